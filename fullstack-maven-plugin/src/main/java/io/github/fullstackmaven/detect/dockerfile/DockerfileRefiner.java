package io.github.fullstackmaven.detect.dockerfile;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from a service's own Dockerfile where it listens and what it starts. */
public final class DockerfileRefiner {
    private final Manifests manifests;

    public DockerfileRefiner(Manifests manifests) {
        this.manifests = manifests;
    }

    /**
     * Returns the service.
     *
     * @param known what the manifests beside the Dockerfile say; it counts where that is silent
     */
    public Answer answer(Site site, Hints hints, Service known) {
        String file = DockerfileName.of(manifests.tree(), site.path());
        DockerfileContent content = DockerfileContent.read(manifests.tree().read(file).orElse(""));
        ImageSettings settings = ImageSettings.of(file, content);
        Service service =
                known.but()
                        .kind(site.isWorker() ? ServiceKind.WORKER : ServiceKind.DOCKERFILE)
                        .start(start(settings))
                        .port(site.isWorker() ? Optional.empty() : port(settings).or(known::port))
                        .health(settings.health().map(h -> new Health(h.value(), h.source())))
                        .facts(
                                new DockerfileFacts(
                                        file,
                                        BuildContext.of(manifests.tree(), file, content.sources()),
                                        settings.directory()))
                        .accuracy(site.accuracy())
                        .evidence(evidence(site, file, settings))
                        .service();
        return new Answer(
                service, List.of(), findings(site, file, content, settings, hints, known));
    }

    private static Start start(ImageSettings settings) {
        List<String> argv = settings.argv();
        if (argv.isEmpty()) {
            return new Start("none", List.of(), Optional.empty());
        }
        return settings.startsShell()
                ? new Start("shell", argv, Optional.of(argv.get(argv.size() - 1)))
                : new Start("file", argv, Optional.of(argv.get(0)));
    }

    /** What it exposes, else the variable by which images are told where to listen. */
    private static Optional<Sourced<Integer>> port(ImageSettings settings) {
        return settings.ports().stream().findFirst().or(() -> settings.port("PORT"));
    }

    private static List<Evidence> evidence(Site site, String file, ImageSettings settings) {
        List<Evidence> evidence = new ArrayList<>(site.evidence());
        if (settings.sets("PORT")) {
            evidence.add(new Evidence(file, "dockerfile.port-variable"));
        }
        return evidence;
    }

    private static List<Finding> findings(
            Site site,
            String file,
            DockerfileContent content,
            ImageSettings settings,
            Hints hints,
            Service known) {
        List<Finding> findings = new ArrayList<>();
        if (content.stages().isEmpty()) {
            findings.add(
                    Finding.error(
                                    "FS-DOCKERFILE-001",
                                    "there is no FROM in it, with which a Dockerfile begins",
                                    "say with FROM what the image stands on")
                            .at(file, 1));
            return findings;
        }
        int line = content.stages().get(content.stages().size() - 1).line();
        if (settings.argv().isEmpty() && hints.start().isEmpty()) {
            findings.add(
                    Finding.error(
                                    "FS-DOCKERFILE-002",
                                    "the last stage has neither ENTRYPOINT nor CMD, and what its"
                                            + " base image starts is not known here",
                                    "add CMD, or set fullstack.backendStart")
                            .at(file, line));
        }
        if (!site.isWorker() && port(settings).or(known::port).isEmpty()) {
            findings.add(
                    Finding.error(
                                    "FS-DOCKERFILE-003",
                                    "the last stage has no EXPOSE that names a port",
                                    "add EXPOSE, or set fullstack.backendPort")
                            .at(file, line));
        }
        if (!site.isWorker() && settings.ports().size() > 1) {
            findings.add(
                    Finding.info(
                                    "FS-DOCKERFILE-004",
                                    "it exposes several ports; requests go to "
                                            + settings.ports().get(0).value(),
                                    "set fullstack.backendPort if another one is meant")
                            .at(file, line));
        }
        findings.add(
                Finding.info(
                                "FS-DOCKERFILE-005",
                                "its program runs as user 10001, not as "
                                        + settings.user().map(Sourced::value).orElse("root")
                                        + ", and its files cannot be changed",
                                "let it write below /tmp or into one of fullstack.volumes")
                        .at(file, line));
        return findings;
    }
}
