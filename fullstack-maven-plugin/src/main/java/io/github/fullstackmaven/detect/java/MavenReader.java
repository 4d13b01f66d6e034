package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a Maven project. */
final class MavenReader {
    private static final String SPRING = "org.springframework.boot";
    private static final int MODULES = 2000;

    private final Manifests manifests;

    MavenReader(Manifests manifests) {
        this.manifests = manifests;
    }

    Optional<JavaProject> read(String directory) {
        Map<String, Pom> poms = new LinkedHashMap<>();
        collect(directory, poms);
        if (poms.isEmpty()) {
            return Optional.empty();
        }
        boolean wrapper =
                manifests.tree().isFile(RepositoryPath.join(directory, "mvnw"))
                        && manifests
                                .tree()
                                .isFile(
                                        RepositoryPath.join(
                                                directory,
                                                ".mvn/wrapper/maven-wrapper.properties"));
        return Optional.of(
                new JavaProject(
                        directory,
                        "maven",
                        wrapper,
                        poms.values().stream()
                                .map(pom -> RepositoryPath.relative(directory, pom.path()))
                                .sorted()
                                .toList(),
                        poms.values().stream().map(pom -> module(directory, pom)).toList(),
                        poms.values().stream().anyMatch(Pom::sharesTests)));
    }

    private void collect(String directory, Map<String, Pom> poms) {
        List<String> open = new ArrayList<>(List.of(directory));
        while (!open.isEmpty() && poms.size() < MODULES) {
            String at = open.remove(0);
            Optional<Pom> pom = poms.containsKey(at) ? Optional.empty() : Pom.of(manifests, at);
            pom.ifPresent(found -> poms.put(at, found));
            for (String module : pom.map(Pom::modules).orElse(List.of())) {
                RepositoryPath.resolve(at, module)
                        .map(p -> p.endsWith("/pom.xml") ? RepositoryPath.parent(p) : p)
                        .filter(path -> RepositoryPath.isWithin(path, directory))
                        .ifPresent(open::add);
            }
        }
    }

    private static JavaModule module(String root, Pom pom) {
        return new JavaModule(
                pom.directory(),
                pom.path(),
                RepositoryPath.relative(root, pom.directory()),
                pom.packaging(),
                pom.dependencies(),
                pom.plugins(),
                pom.ownPlugins(),
                mainClass(pom),
                springBoot(pom),
                release(pom));
    }

    private static Optional<String> mainClass(Pom pom) {
        return Stream.of(
                        "maven-jar-plugin",
                        "maven-shade-plugin",
                        "maven-assembly-plugin",
                        "exec-maven-plugin")
                .map(plugin -> pom.setting(plugin, "mainClass"))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> property(pom, "exec.mainClass"))
                .or(() -> property(pom, "mainClass"))
                .or(() -> property(pom, "main.class"));
    }

    private static Optional<String> property(Pom pom, String name) {
        return pom.property(name).map(Sourced::value);
    }

    private static Optional<String> springBoot(Pom pom) {
        return Stream.of(
                        "spring-boot-starter-parent",
                        "spring-boot-dependencies",
                        "spring-boot-maven-plugin",
                        "spring-boot-starter-web")
                .map(artifact -> pom.versionOf(SPRING, artifact))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Sourced<String>> release(Pom pom) {
        return Stream.of(
                        "maven.compiler.release",
                        "java.version",
                        "maven.compiler.target",
                        "release.version",
                        "jdk.version")
                .map(pom::property)
                .flatMap(Optional::stream)
                .findFirst()
                .or(
                        () ->
                                Stream.of("release", "target", "source")
                                        .map(name -> pom.setting("maven-compiler-plugin", name))
                                        .flatMap(Optional::stream)
                                        .findFirst()
                                        .map(text -> new Sourced<>(text, pom.path())));
    }
}
