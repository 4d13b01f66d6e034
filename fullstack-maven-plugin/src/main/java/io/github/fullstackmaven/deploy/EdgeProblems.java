package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;
import java.util.Optional;

/** What can be wrong with an edge, or with the place that an application wants on it. */
final class EdgeProblems {
    private EdgeProblems() {}

    static FullstackException domainTaken(Application application, Observed.Site owner) {
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-001",
                        "the domain "
                                + owner.domain()
                                + " belongs to "
                                + owner.title()
                                + " on the edge of port "
                                + application.edge().httpPort(),
                        "choose another fullstack.domain, or undeploy that application"));
    }

    static FullstackException defaultTaken(Application application, Observed.Site owner) {
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-002",
                        "port "
                                + application.edge().httpPort()
                                + " has an application without a domain already: "
                                + owner.title(),
                        "set fullstack.domain, or another fullstack.httpPort"));
    }

    /**
     * Says why a port cannot be had.
     *
     * @param port the port
     * @param owners the containers that publish it
     */
    static FullstackException portTaken(PortTakenException e, int port, List<String> owners) {
        return e.reason() == PortTakenException.Reason.PRIVILEGED
                ? portPrivileged(port)
                : portTaken(port, owners, e.getMessage());
    }

    private static FullstackException portPrivileged(int port) {
        return FullstackException.machine(
                Finding.error(
                        "FS-EDGE-014",
                        "an engine without root's rights may not publish port " + port,
                        "allow it on the engine's machine (sysctl"
                                + " net.ipv4.ip_unprivileged_port_start="
                                + port
                                + "), or set fullstack.httpPort or fullstack.httpsPort to 1024 or"
                                + " more"));
    }

    private static FullstackException portTaken(int port, List<String> owners, String said) {
        String who = owners.isEmpty() ? said : "container " + String.join(", ", owners);
        return FullstackException.machine(
                Finding.error(
                        "FS-EDGE-003",
                        "port " + port + " is taken: " + who,
                        "stop what listens there, or set fullstack.httpPort or"
                                + " fullstack.httpsPort"));
    }

    static FullstackException noHttps(Application application, Observed.EdgeState edge) {
        String name = Names.edge(application.edge());
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-004",
                        edge.httpsPort().isPresent()
                                ? name + " publishes HTTPS on port " + edge.httpsPort().getAsInt()
                                : name + " publishes no port for HTTPS",
                        edge.httpsPort().isPresent()
                                ? "set fullstack.httpsPort=" + edge.httpsPort().getAsInt()
                                : "remove its container by the engine (rm -f "
                                        + name
                                        + edge.holder().map(h -> " " + h).orElse("")
                                        + ") and deploy again: its volume keeps all it knows"));
    }

    static FullstackException silent(Application application, EngineInfo engine, String said) {
        String name = Names.edge(application.edge());
        return FullstackException.machine(
                Finding.error(
                        "FS-EDGE-005",
                        name + " does not answer: " + said,
                        "see its log: " + engine.name() + " logs " + name));
    }

    static FullstackException unmanaged() {
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-006",
                        "fullstack.edge=none is not supported by deploy yet",
                        "leave it out, or use docker compose up with the rendered compose.yaml"));
    }

    static FullstackException notPrepared(String image, String said) {
        return FullstackException.machine(
                Finding.error(
                        "FS-EDGE-007",
                        "the edge cannot be prepared with " + image + ": " + said,
                        "it needs nginx 1.28 or newer on a system with sh, curl and flock"));
    }

    static FullstackException nameTaken(Application application, Observed.Site owner) {
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-008",
                        application.title()
                                + " would have the containers' names of "
                                + owner.title(),
                        "choose another fullstack.name or fullstack.env"));
    }

    /** Returns a warning when the edge does not serve an application that it has. */
    static Optional<Finding> setAside(Observed.Site site) {
        return site.fault()
                .map(
                        why ->
                                Finding.warning(
                                        "FS-EDGE-009",
                                        "the edge cannot serve " + site.title() + ": " + why,
                                        "deploy that application again"));
    }

    static FullstackException tooOld(Application application) {
        String name = Names.edge(application.edge());
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-010",
                        name + " was made by an older version of the plugin",
                        "undeploy what is on it with that version, and deploy again"));
    }

    static FullstackException imageUnfit(String image, String edge, String said) {
        return FullstackException.machine(
                Finding.error(
                        "FS-EDGE-011",
                        image
                                + " cannot take the configuration of "
                                + edge
                                + ", which goes on as it is: "
                                + said,
                        "deploy the application that it names again, or choose another image for"
                                + " edge in baseImages"));
    }

    /** The old edge serves. */
    static final String NOT_UPGRADED = "FS-EDGE-012";

    static FullstackException notUpgraded(String edge, String said) {
        return FullstackException.machine(
                Finding.error(
                        NOT_UPGRADED,
                        edge + " was not upgraded, and the one of before serves: " + said,
                        "see what it says; run the goal again when that is put right"));
    }

    static FullstackException noEdge(Application application) {
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-013",
                        "there is no edge on port " + application.edge().httpPort(),
                        "set fullstack.httpPort to the edge's port; the goal deploy makes one where"
                                + " there is none"));
    }

    static FullstackException tlsWithoutDomain() {
        return FullstackException.project(
                Finding.error(
                        "FS-TLS-008",
                        "there is a certificate and no domain",
                        "set fullstack.domain to the name that the certificate is for"));
    }

    static FullstackException notSwitched(String said) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-004",
                        "the edge was not switched: " + said,
                        "the release before is still live; see the edge's log"));
    }

    static FullstackException noSite(Application application) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-013",
                        "the edge has no site that works for " + application.title(),
                        "run the goal deploy: it makes the site, and a release with it"));
    }

    static FullstackException noJournal(String said) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-017",
                        "the journal in the edge's volume cannot be written: " + said,
                        "see that the engine's disk is neither full nor read-only"));
    }

    static FullstackException elsewhere(Application application, int port) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-020",
                        application.title()
                                + " is on the edge of port "
                                + port
                                + ", and httpPort is "
                                + application.edge().httpPort(),
                        "set httpPort to "
                                + port
                                + ", or take it down there first: mvn fullstack:undeploy"
                                + " -Dfullstack.httpPort="
                                + port
                                + " (its data stays)"));
    }
}
