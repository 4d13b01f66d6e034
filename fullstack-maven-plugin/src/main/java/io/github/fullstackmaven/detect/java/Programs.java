package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Set;

/** Tells the modules that are programs from those that are libraries. */
final class Programs {
    /** Plugins that make a program of a module. */
    private static final Set<String> PACKAGING =
            Set.of(
                    "org.springframework.boot:spring-boot-maven-plugin",
                    "io.quarkus:quarkus-maven-plugin",
                    "io.quarkus.platform:quarkus-maven-plugin",
                    "io.micronaut.build:micronaut-maven-plugin",
                    "io.micronaut.maven:micronaut-maven-plugin",
                    "io.helidon.build-tools:helidon-maven-plugin",
                    "org.apache.maven.plugins:maven-shade-plugin",
                    "org.springframework.boot",
                    "io.quarkus",
                    "io.micronaut.application",
                    "io.ktor.plugin",
                    "application",
                    "com.github.johnrengelman.shadow",
                    "com.gradleup.shadow");

    private final Tree tree;
    private final JavaProject project;

    Programs(Tree tree, JavaProject project) {
        this.tree = tree;
        this.project = project;
    }

    /** Returns the programs: of one module it is that one; of several those that are packaged. */
    List<JavaModule> find() {
        List<JavaModule> modules =
                project.modules().stream().filter(module -> !isAggregate(module)).toList();
        if (modules.size() < 2) {
            return modules;
        }
        List<JavaModule> own = modules.stream().filter(m -> packages(m.ownPlugins())).toList();
        List<JavaModule> packaged =
                own.isEmpty() ? modules.stream().filter(m -> packages(m.plugins())).toList() : own;
        List<JavaModule> wars = modules.stream().filter(m -> m.packaging().equals("war")).toList();
        if (packaged.isEmpty()) {
            packaged = modules.stream().filter(m -> m.mainClass().isPresent()).toList();
        }
        if (packaged.isEmpty() && !wars.isEmpty()) {
            return wars;
        }
        List<JavaModule> candidates =
                packaged.isEmpty() ? modules.stream().filter(m -> serves(m)).toList() : packaged;
        List<JavaModule> started =
                candidates.stream()
                        .filter(
                                m ->
                                        m.mainClass().isPresent()
                                                || new MainClasses(tree, m.directory()).any())
                        .toList();
        return started.isEmpty() ? candidates : started;
    }

    private static boolean isAggregate(JavaModule module) {
        return module.packaging().equals("pom");
    }

    private boolean packages(List<String> plugins) {
        return plugins.stream().anyMatch(PACKAGING::contains);
    }

    /** A module that declares no way to be packaged, but something that serves. */
    private boolean serves(JavaModule module) {
        return module.dependencies().stream()
                .anyMatch(
                        d ->
                                d.startsWith("org.springframework.boot:")
                                        || d.startsWith("io.quarkus:")
                                        || d.startsWith("io.micronaut:"));
    }
}
