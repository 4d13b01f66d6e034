package io.github.fullstackmaven.detect.dockerfile;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The port that the Dockerfile beside a program's sources names. It counts where the sources name
 * none: the value of the variable that the program reads, else what the image exposes.
 */
public final class ImagePort {
    private static final String RULE = "dockerfile.port";

    private final Tree tree;

    public ImagePort(Tree tree) {
        this.tree = tree;
    }

    /** Returns the answer, with a port if there was none and the Dockerfile knows one. */
    public Answer settled(Answer answer) {
        Service service = answer.service();
        boolean asks =
                service.isProcess()
                        && service.kind() != ServiceKind.WORKER
                        && service.kind() != ServiceKind.DOCKERFILE
                        && service.port().isEmpty();
        Optional<String> file =
                asks ? DockerfileName.in(tree, service.path()) : Optional.<String>empty();
        return file.flatMap(f -> port(f, service))
                .map(port -> with(port, file.get(), answer))
                .orElse(answer);
    }

    private Optional<Sourced<Integer>> port(String file, Service service) {
        DockerfileContent content = DockerfileContent.read(tree.read(file).orElse(""));
        ImageSettings settings = ImageSettings.of(file, content);
        if (Infrastructure.is(content, settings)) {
            return Optional.empty();
        }
        Stream<String> named =
                service.variables().entrySet().stream()
                        .filter(variable -> variable.getValue().equals("{port}"))
                        .map(Map.Entry::getKey);
        return Stream.concat(named, Stream.of("PORT"))
                .map(settings::port)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> settings.ports().stream().findFirst());
    }

    private static Answer with(Sourced<Integer> port, String file, Answer answer) {
        List<Evidence> evidence = new ArrayList<>(answer.service().evidence());
        evidence.add(new Evidence(file, RULE));
        return new Answer(
                answer.service().but().port(Optional.of(port)).evidence(evidence).service(),
                answer.workers(),
                answer.proxies(),
                answer.findings());
    }
}
