package io.github.fullstackmaven.detect.dockerfile;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which Dockerfiles stand for a service: one that is all there is in its directory, or that
 * lies beside the manifest of an ecosystem that is not built otherwise.
 */
public final class DockerfileSurvey {
    private static final String OWN = "dockerfile.own";

    private final Manifests manifests;

    public DockerfileSurvey(Manifests manifests) {
        this.manifests = manifests;
    }

    /** Returns the sites with what their Dockerfiles make of them. */
    public List<Site> settled(List<Site> sites) {
        List<Site> settled = new ArrayList<>();
        for (Site site : sites) {
            if (!isKnown(site, sites)) {
                Site own = settled(site);
                boolean works = site.isWorker() && own.isBackend() && !listens(own);
                settled.add(
                        buildsOthers(own, sites)
                                ? own.as(ServiceKind.LIBRARY)
                                : works ? own.as(ServiceKind.WORKER) : own);
            }
        }
        return settled;
    }

    /** Returns true for a site whose own Dockerfile builds it. */
    public static boolean isBuiltByItsOwn(Site site) {
        return site.kind() != ServiceKind.LIBRARY
                && site.evidence().stream().anyMatch(e -> e.rule().equals(OWN));
    }

    private boolean listens(Site site) {
        String file = DockerfileName.of(manifests.tree(), site.path());
        ImageSettings settings =
                ImageSettings.of(
                        file, DockerfileContent.read(manifests.tree().read(file).orElse("")));
        return !settings.ports().isEmpty() || settings.sets("PORT");
    }

    /** Returns the sites of one directory, which the user names, whatever lies below it. */
    public List<Site> named(List<Site> sites) {
        return sites.stream().filter(site -> !isKnown(site, sites)).map(this::settled).toList();
    }

    /** Where manifests say what the directory is, its Dockerfile is only how that is built. */
    private static boolean isKnown(Site site, List<Site> sites) {
        return site.ecosystem() == Ecosystem.DOCKERFILE
                && sites.stream()
                        .anyMatch(
                                other ->
                                        other.ecosystem() != Ecosystem.DOCKERFILE
                                                && other.path().equals(site.path())
                                                && other.kind() != ServiceKind.LIBRARY);
    }

    private Site settled(Site site) {
        Optional<String> found = DockerfileName.in(manifests.tree(), site.path());
        boolean alone = site.ecosystem() == Ecosystem.DOCKERFILE;
        boolean process = site.isBackend() || site.isWorker();
        if (!process || site.buildable() || found.isEmpty()) {
            return site;
        }
        String file = found.get();
        DockerfileContent content = DockerfileContent.read(manifests.tree().read(file).orElse(""));
        ImageSettings settings = ImageSettings.of(file, content);
        if (alone && Infrastructure.is(content, settings)) {
            return new Site(
                    site.path(),
                    site.ecosystem(),
                    ServiceKind.LIBRARY,
                    content.ground().map(ImageStage::baseName),
                    false,
                    Accuracy.HIGH,
                    evidence(site, file, "dockerfile.infrastructure"));
        }
        boolean reached = site.isWorker() || !settings.ports().isEmpty();
        boolean complete = !settings.argv().isEmpty() && reached;
        return new Site(
                site.path(),
                site.ecosystem(),
                ServiceKind.DOCKERFILE,
                site.framework(),
                true,
                complete ? Accuracy.HIGH : site.accuracy(),
                evidence(site, file, OWN));
    }

    /** Its sources are elsewhere in the repository: it builds what is a site there. */
    private boolean buildsOthers(Site site, List<Site> sites) {
        if (site.kind() != ServiceKind.DOCKERFILE || site.ecosystem() != Ecosystem.DOCKERFILE) {
            return false;
        }
        boolean above =
                sites.stream()
                        .filter(other -> other.kind() != ServiceKind.LIBRARY)
                        .anyMatch(
                                other ->
                                        !other.path().equals(site.path())
                                                && RepositoryPath.isWithin(
                                                        other.path(), site.path()));
        String file = DockerfileName.of(manifests.tree(), site.path());
        return above || !BuildContext.of(manifests.tree(), file, sources(file)).equals(site.path());
    }

    private List<String> sources(String file) {
        return DockerfileContent.read(manifests.tree().read(file).orElse("")).sources();
    }

    private static List<Evidence> evidence(Site site, String file, String rule) {
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        Evidence own = new Evidence(file, rule);
        if (!evidence.contains(own)) {
            evidence.add(own);
        }
        return evidence;
    }

    /** Returns what stands beside the application and is not deployed with it, for a message. */
    public static Optional<String> infrastructure(Site site) {
        boolean is =
                site.evidence().stream()
                        .anyMatch(e -> e.rule().equals("dockerfile.infrastructure"));
        return is ? site.framework() : Optional.empty();
    }
}
