package io.github.fullstackmaven.detect.other;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.OneLine;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;

/** Says what can be known of a service that this version does not build. */
public final class OtherRefiner {
    private static final String PAGES =
            "set fullstack.frontendBuild to commands that get the generator and run it, as root on"
                    + " Debian, and fullstack.frontendOutput to the directory that they fill";

    private final Tree tree;
    private final Optional<Sourced<Integer>> knownPort;

    /**
     * Makes a refiner.
     *
     * @param knownPort the port that is known otherwise
     */
    public OtherRefiner(Manifests manifests, Optional<Sourced<Integer>> knownPort) {
        this.tree = manifests.tree();
        this.knownPort = knownPort;
    }

    /** Returns the service as far as it is known, and what to supply to have it built. */
    public Answer answer(Site site, Hints hints) {
        Service service =
                Service.at(site.path(), site.kind(), site.ecosystem())
                        .framework(site.framework())
                        .packageManager(
                                StartSources.packageManager(site.ecosystem(), tree, site.path()))
                        .versions(new VersionSources(tree, site.path()).of(site.ecosystem()))
                        .start(new StartSources(tree, site).find())
                        .port(site.isBackend() ? port(site) : Optional.empty())
                        .accuracy(site.accuracy())
                        .evidence(site.evidence())
                        .service();
        return new Answer(service, List.of(), hints.ownBuild() ? List.of() : List.of(later(site)));
    }

    private Optional<Sourced<Integer>> port(Site site) {
        return new PortSources(tree, site.path()).of(site.ecosystem()).or(() -> knownPort);
    }

    private static Finding later(Site site) {
        return Finding.error(
                        "FS-DETECT-010",
                        site.describe() + " is recognised, and not built by this version",
                        site.ecosystem() == Ecosystem.STATIC ? PAGES : byDockerfile(site))
                .at(site.evidence().isEmpty() ? site.path() : site.evidence().get(0).file());
    }

    private static String byDockerfile(Site site) {
        return "write a Dockerfile for it in "
                + OneLine.of(site.path())
                + " and name its directory in fullstack."
                + (site.isFrontend() ? "frontendDir" : "backendDir")
                + ", or set the commands that build it";
    }
}
