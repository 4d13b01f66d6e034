package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lays what the user said about a service over what was detected. */
final class ServiceSettings {
    private static final Pattern OUTPUT = Pattern.compile("[A-Za-z0-9._/+@-]+");

    private final ServiceRequest request;
    private final List<Finding> findings = new ArrayList<>();

    ServiceSettings(ServiceRequest request) {
        this.request = request;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns what of it bears on detection. */
    Hints hints() {
        return new Hints(request.start(), request.output(), request.build().isPresent());
    }

    /** Returns the service as the user wants it. */
    Service over(Service found, String defaultName) {
        boolean ownBuild = request.build().isPresent();
        String path =
                request.dir()
                        .flatMap(dir -> RepositoryPath.resolve(RepositoryPath.ROOT, dir.value()))
                        .orElse(found.path());
        Optional<String> output = output(found, path, ownBuild);
        Optional<String> binary =
                isProgram(found) && ownBuild
                        ? output.map(RepositoryPath::name)
                        : found.start().entry();
        return found.but()
                .path(path)
                .name(request.name().map(Sourced::value).orElse(defaultName))
                .build(request.build().map(build -> List.of(build.value())).orElse(found.build()))
                .buildSetByUser(ownBuild)
                .output(output)
                .start(start(found, binary))
                .port(request.port().or(found::port))
                .health(
                        request.health()
                                .map(health -> new Health(health.value(), health.source()))
                                .or(found::health))
                .facts(facts(found, binary))
                .service();
    }

    private Optional<String> output(Service found, String path, boolean ownBuild) {
        boolean backend = isProgram(found);
        Optional<Sourced<String>> set = request.output();
        if (ownBuild && set.isEmpty() && backend) {
            findings.add(
                    Finding.error(
                                    "FS-REQUEST-012",
                                    "fullstack.backendBuild is set without fullstack.backendOutput",
                                    "set fullstack.backendOutput to the program that the build leaves,"
                                            + " relative to the back end's directory")
                            .at(request.build().orElseThrow().source()));
        }
        if (set.isPresent()) {
            String text = set.get().value();
            boolean inside =
                    RepositoryPath.resolve(path, text).isPresent() && !text.startsWith("/");
            if (!inside || !OUTPUT.matcher(text).matches()) {
                findings.add(
                        Finding.error(
                                        "FS-REQUEST-013",
                                        "the output "
                                                + RequestChecks.quote(text)
                                                + " is not a path inside the repository",
                                        "name it relative to the service's directory")
                                .at(set.get().source()));
            }
        }
        boolean namesBinaryOnly = backend && !ownBuild;
        Optional<String> detected =
                found.output()
                        .flatMap(out -> RepositoryPath.resolve(found.path(), out))
                        .map(out -> RepositoryPath.relative(path, out));
        return set.isPresent() && !namesBinaryOnly ? set.map(Sourced::value) : detected;
    }

    /** What is built to one binary: the start begins with it. */
    private static boolean isProgram(Service found) {
        BuildFacts facts = found.facts();
        return found.isProcess()
                && (facts instanceof BuildFacts.None
                        || facts instanceof BuildFacts.Rust
                        || facts instanceof GoFacts);
    }

    private Start start(Service found, Optional<String> binary) {
        List<String> words =
                request.start().map(s -> CommandLine.words(s.value())).orElse(List.of());
        if (found.isProcess() && !isProgram(found) && !words.isEmpty()) {
            return new Start("file", words, Optional.of(words.get(words.size() - 1)));
        }
        if (!isProgram(found) || binary.isEmpty()) {
            return found.start();
        }
        if (words.isEmpty()) {
            return found.start().argv().isEmpty() || request.build().isPresent()
                    ? Start.ofBinary(binary.get())
                    : found.start();
        }
        if (!RepositoryPath.name(words.get(0)).equals(binary.get())) {
            findings.add(
                    Finding.error(
                                    "FS-REQUEST-014",
                                    "the start command begins with "
                                            + RequestChecks.quote(words.get(0))
                                            + ", but the build leaves "
                                            + binary.get(),
                                    "begin fullstack.backendStart with " + binary.get())
                            .at(request.start().orElseThrow().source()));
        }
        List<String> argv = new ArrayList<>(words);
        argv.set(0, "/app/" + binary.get());
        return new Start("binary", argv, binary);
    }

    private BuildFacts facts(Service found, Optional<String> binary) {
        if (found.facts() instanceof BuildFacts.Rust rust && binary.isPresent()) {
            return rust.withBinary(binary.get());
        }
        return found.facts();
    }
}
