package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a deployment can complain of. */
final class Problems {
    private Problems() {}

    static FullstackException domainTaken(Application application, Observed.Site owner) {
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-001",
                        "the domain "
                                + owner.domain()
                                + " belongs to "
                                + owner.application()
                                + " ("
                                + owner.environment()
                                + ") on the edge of port "
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
                                + owner.application()
                                + " ("
                                + owner.environment()
                                + ")",
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
                                : "remove its container (docker rm -f "
                                        + name
                                        + edge.holder().map(h -> " " + h).orElse("")
                                        + ") and deploy again: its volume keeps all it knows"));
    }

    static FullstackException edgeSilent(Application application, String said) {
        return FullstackException.machine(
                Finding.error(
                        "FS-EDGE-005",
                        Names.edge(application.edge()) + " does not answer: " + said,
                        "see its log: docker logs " + Names.edge(application.edge())));
    }

    static FullstackException unmanaged() {
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-006",
                        "fullstack.edge=none is not supported by deploy yet",
                        "leave it out, or use docker compose up with the rendered compose.yaml"));
    }

    static FullstackException edgeImage(String image, String said) {
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
                        application.name()
                                + " ("
                                + application.environmentId()
                                + ") would have the containers' names of "
                                + owner.application()
                                + " ("
                                + owner.environment()
                                + ")",
                        "choose another fullstack.name or fullstack.env"));
    }

    /** Returns a warning when the edge does not serve an application that it has. */
    static Optional<Finding> setAside(Observed.Site site) {
        return site.fault()
                .map(
                        why ->
                                Finding.warning(
                                        "FS-EDGE-009",
                                        "the edge cannot serve "
                                                + site.application()
                                                + " ("
                                                + site.environment()
                                                + "): "
                                                + why,
                                        "deploy that application again"));
    }

    static FullstackException edgeTooOld(Application application) {
        String name = Names.edge(application.edge());
        return FullstackException.project(
                Finding.error(
                        "FS-EDGE-010",
                        name + " was made by an older version of the plugin",
                        "undeploy what is on it with that version, and deploy again"));
    }

    static FullstackException edgeImageUnfit(String image, String edge, String said) {
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

    static FullstackException edgeNotUpgraded(String edge, String said) {
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

    static FullstackException locked(String holder) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-001",
                        "another deployment goes on: " + holder,
                        "wait for it, or set fullstack.lockWait; the goal unlock removes the lock"
                                + " of one that is gone"));
    }

    static FullstackException lockLost() {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-002",
                        "the lock was lost on the way: its container is gone",
                        "run the goal again; the release before is still live"));
    }

    static FullstackException unhealthy(String unit, String why, List<String> log) {
        StringBuilder lines = new StringBuilder();
        log.forEach(l -> lines.append("\n  | ").append(l));
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-003",
                        "unit " + unit + " did not get well: " + why,
                        log.isEmpty()
                                ? "it wrote nothing to its log"
                                : "its last lines may say why:" + lines));
    }

    static FullstackException secretsGone(String release, String volume, List<String> others) {
        return FullstackException.machine(
                Finding.error(
                        "FS-SECRET-005",
                        "the secrets of " + release + " are gone: there is no volume " + volume,
                        againOr(others)));
    }

    static Finding hookFailed(Operation.RunHook op, Hook hook, ExecResult result, Duration limit) {
        boolean before = op.phase() == HookPhase.PRE_DEPLOY;
        return Finding.error(
                        before ? "FS-HOOK-003" : "FS-HOOK-004",
                        "the "
                                + op.phase().id()
                                + " hook "
                                + (result.timedOut()
                                        ? "took longer than " + limit.toSeconds() + " s"
                                        : "ended with code " + result.exit())
                                + (before
                                        ? ", so " + op.release() + " was not started"
                                        : "; " + op.release() + " is live all the same"),
                        result.timedOut()
                                ? "see what it printed, or raise fullstack.hookTimeout"
                                : "see what it printed above, correct it, and deploy again")
                .at(hook.source());
    }

    static FullstackException notSwitched(String said) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-004",
                        "the edge was not switched: " + said,
                        "the release before is still live; see the edge's log"));
    }

    static FullstackException breached(String unit, String why) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-005",
                        "unit " + unit + " failed after the switch, and was switched back: " + why,
                        "see its log; fullstack.watchTimeout says how long it is watched"));
    }

    static FullstackException interrupted() {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-006",
                        "the deployment was interrupted",
                        "run the goal again; it goes on from where things are"));
    }

    static FullstackException lookInterrupted() {
        return FullstackException.machine(
                Finding.error(
                        "FS-VERIFY-004",
                        "verifying was interrupted; what was started is gone",
                        "run the goal again"));
    }

    static Finding trialLeft(String what, String said) {
        return Finding.warning(
                "FS-VERIFY-003",
                what + " could not be taken away: " + said,
                "remove it by hand, or let the next verify do it");
    }

    static FullstackException noImage(String image) {
        return FullstackException.project(
                Finding.error(
                        "FS-IMAGE-002",
                        "the engine has no image " + image,
                        "run the goal build first"));
    }

    static FullstackException notDeployed(Application application) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-007",
                        application.name()
                                + " ("
                                + application.environmentId()
                                + ") is not deployed on this engine",
                        "run the goal deploy first"));
    }

    static FullstackException noSuchRelease(String release, List<String> others) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-009",
                        "there is no release " + release + " to go back to",
                        choice(others)));
    }

    static FullstackException nothingBefore(
            String live, List<String> obstacles, List<String> others) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-010",
                        obstacles.isEmpty()
                                ? "no release from before " + live + " is kept"
                                : "no release from before "
                                        + live
                                        + " can come back: "
                                        + String.join(", and ", obstacles),
                        choice(others)));
    }

    static Finding passedOver(String release, String instead, String why) {
        return Finding.warning(
                "FS-DEPLOY-018",
                release + " cannot come back, so " + instead + " does: " + why,
                "where it is " + release + " that is wanted, deploy that state of the sources");
    }

    static Finding notTakenBack(List<String> left) {
        return Finding.warning(
                "FS-DEPLOY-019",
                "not all that was begun could be taken back: " + String.join(", ", left),
                "mvn fullstack:deploy does what is left first, mvn fullstack:status names what is"
                        + " there");
    }

    static FullstackException imageGone(
            String release, String image, String id, List<String> others) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-011",
                        "the image of "
                                + release
                                + " is gone from the engine: "
                                + image
                                + ", "
                                + id,
                        againOr(others)));
    }

    static FullstackException brokenRecord(String release, List<String> others) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-012",
                        "the record of " + release + " in the edge's volume cannot be read",
                        againOr(others)));
    }

    static FullstackException noSite(Application application) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-013",
                        "the edge has no site that works for "
                                + application.name()
                                + " ("
                                + application.environmentId()
                                + ")",
                        "run the goal deploy: it makes the site, and a release with it"));
    }

    static FullstackException foreign(String container) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-014",
                        "there is a container " + container + " that is none of ours",
                        "rename it (docker rename), or remove it"));
    }

    static FullstackException tooFull(String free, String wanted) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-015",
                        "the engine's disk has "
                                + free
                                + " left, and a release wants "
                                + wanted
                                + ": twice its image and 1 GiB",
                        "make room (docker image prune, docker builder prune), or lower"
                                + " fullstack.retain"));
    }

    static FullstackException tooManyFiles(long free, long wanted) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-016",
                        "the engine's disk takes " + free + " more files, wanted are " + wanted,
                        "make room: remove what has many small files"));
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
                        application.name()
                                + " ("
                                + application.environmentId()
                                + ") is on the edge of port "
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

    static FullstackException noDirectory(Volume directory, String said) {
        return FullstackException.project(
                Finding.error(
                                "FS-VOLUME-006",
                                directory.source()
                                        + " cannot be mounted on the engine's host: "
                                        + said,
                                "create it there, or name a volume that the engine manages")
                        .at(directory.origin()));
    }

    /** Without root's rights the ids that a container sees are others than those of the host. */
    static FullstackException cannotUse(
            Volume directory, String user, String verb, EngineInfo engine) {
        return FullstackException.project(
                Finding.error(
                                "FS-VOLUME-007",
                                "user " + user + " cannot " + verb + " " + directory.source(),
                                (directory.isNamed()
                                                ? "give it to that user: chown -R "
                                                        + user
                                                        + " in a container that has the volume"
                                                : (engine.rootless() ? "podman unshare " : "")
                                                        + "chown "
                                                        + user
                                                        + " "
                                                        + directory.source()
                                                        + " on the engine's host")
                                        + (verb.equals("write") ? ", or add :ro" : ""))
                        .at(directory.origin()));
    }

    static FullstackException accessoryUnwell(String name, String why, List<String> log) {
        StringBuilder lines = new StringBuilder();
        log.forEach(l -> lines.append("\n  | ").append(l));
        return FullstackException.project(
                Finding.error(
                                "FS-ACCESSORY-011",
                                "it did not get well, so no release was started: " + why,
                                log.isEmpty()
                                        ? "it wrote nothing to its log"
                                        : "its last lines may say why:" + lines)
                        .at("<accessory> " + name));
    }

    static Finding accessoryChanged(String name) {
        return Finding.warning(
                        "FS-ACCESSORY-012",
                        "it runs as it was made, and the POM says otherwise now; no release replaces"
                                + " it",
                        "-Dfullstack.recreateAccessories="
                                + name
                                + " makes it again: its volumes stay, and the application does"
                                + " without it meanwhile")
                .at("<accessory> " + name);
    }

    static Finding accessoryNotWanted(Observed.Accessory accessory, String engine) {
        return Finding.warning(
                        "FS-ACCESSORY-013",
                        "it is there, and the POM does not name it any more",
                        engine
                                + " rm -f "
                                + accessory.container()
                                + " removes it and leaves its volumes; undeploy removes all")
                .at("accessory " + accessory.name());
    }

    static FullstackException noService(
            String wanted, List<String> services, List<String> accessories) {
        return FullstackException.project(
                Finding.error(
                                "FS-LOGS-001",
                                "the live release has no service "
                                        + wanted
                                        + ", and no accessory has that name",
                                "set it to one of: "
                                        + Stream.concat(services.stream(), accessories.stream())
                                                .collect(Collectors.joining(", ")))
                        .at("fullstack.service"));
    }

    static FullstackException linesNotTold(String wanted, List<String> processes) {
        return FullstackException.project(
                Finding.error(
                                "FS-LOGS-002",
                                "the lines of "
                                        + String.join(", ", processes)
                                        + " go into one log and cannot be told apart",
                                "leave fullstack.service out, or let "
                                        + wanted
                                        + " write its name into its lines")
                        .at("fullstack.service"));
    }

    private static String againOr(List<String> others) {
        String again = "deploy that state of the sources again";
        return others.isEmpty() ? again : again + ", or " + choice(others);
    }

    private static String choice(List<String> releases) {
        return releases.isEmpty()
                ? "deploy the state of the sources that is wanted"
                : "set fullstack.release to one of: " + String.join(", ", releases);
    }
}
