package io.github.fullstackmaven.detect;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.source.PortName;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The port in the example of a program's variables, {@code .env.example}. It counts where nothing
 * else names one: a program that is told all by its environment has no default.
 */
final class ExamplePort {
    private static final List<String> FILES =
            List.of(
                    ".env.example",
                    ".env.sample",
                    ".env.template",
                    ".env.dist",
                    "example.env",
                    "env.example");
    private static final Pattern PORT =
            Pattern.compile(
                    "(?im)^[ \\t]*(?:export[ \\t]+)?(\\w*PORT)[ \\t]*=[ \\t]*[\"']?(\\d{2,5})[\"']?[ \\t]*(?:#.*)?$");

    /** Names that say more than that it is the server's port are of something else. */
    private static final int PLAINLY = 1;

    private final Tree tree;

    ExamplePort(Tree tree) {
        this.tree = tree;
    }

    /** Returns the answer, with a port if there was none and the example names one. */
    Answer settled(Answer answer) {
        Service service = answer.service();
        boolean asks = service.kind() == ServiceKind.BACKEND && service.port().isEmpty();
        if (!asks) {
            return answer;
        }
        return FILES.stream()
                .map(name -> RepositoryPath.join(service.path(), name))
                .flatMap(file -> port(file).stream().map(port -> with(port, file, answer)))
                .findFirst()
                .orElse(answer);
    }

    private Optional<Sourced<Integer>> port(String file) {
        String text = tree.read(file).orElse("");
        return PORT.matcher(text)
                .results()
                .filter(found -> PortName.isPort(found.group(1)))
                .filter(found -> PortName.rank(found.group(1)) <= PLAINLY)
                .min(Comparator.comparingInt(found -> PortName.rank(found.group(1))))
                .map(
                        found ->
                                new Sourced<>(
                                        Integer.valueOf(found.group(2)),
                                        file + ":" + line(text, found.start(1))));
    }

    private static long line(String text, int at) {
        return text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private static Answer with(Sourced<Integer> port, String file, Answer answer) {
        List<Evidence> evidence = new ArrayList<>(answer.service().evidence());
        evidence.add(new Evidence(file, "example.port"));
        return new Answer(
                answer.service().but().port(Optional.of(port)).evidence(evidence).service(),
                answer.workers(),
                answer.proxies(),
                answer.findings());
    }
}
