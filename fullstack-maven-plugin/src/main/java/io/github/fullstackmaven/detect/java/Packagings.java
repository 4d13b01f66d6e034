package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.model.JavaFacts.Packaging;
import java.util.Optional;
import java.util.Set;

/** Tells what the build of a module leaves. */
final class Packagings {
    private static final Set<String> SHADOW =
            Set.of("com.github.johnrengelman.shadow", "com.gradleup.shadow", "io.ktor.plugin");

    private Packagings() {}

    static Packaging of(JavaProject project, JavaModule module) {
        boolean spring =
                module.hasPlugin("org.springframework.boot:spring-boot-maven-plugin")
                        || module.hasPlugin("org.springframework.boot");
        if (spring) {
            return spring(module.springBoot());
        }
        if (module.declared().containsKey("io.quarkus")
                || module.hasPlugin("io.quarkus")
                || module.plugins().stream().anyMatch(p -> p.endsWith(":quarkus-maven-plugin"))) {
            return Packaging.QUARKUS;
        }
        boolean shaded =
                module.hasPlugin("org.apache.maven.plugins:maven-shade-plugin")
                        || module.hasPlugin("io.micronaut.maven:micronaut-maven-plugin")
                        || module.hasPlugin("io.micronaut.build:micronaut-maven-plugin")
                        || module.plugins().stream().anyMatch(SHADOW::contains);
        if (shaded) {
            return Packaging.WHOLE;
        }
        return project.isMaven() ? Packaging.THIN : Packaging.DISTRIBUTION;
    }

    /** The versions before 2.3 know no layers; those from 3.3 on unpack to a plain jar. */
    private static Packaging spring(Optional<String> version) {
        if (version.isEmpty() || !version.get().matches("\\d+\\.\\d+.*")) {
            return Packaging.SPRING_BOOT;
        }
        String[] parts = version.get().split("[.\\-]");
        int number = Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
        return number >= 303
                ? Packaging.SPRING_BOOT
                : number >= 203 ? Packaging.SPRING_BOOT_LAYERS : Packaging.WHOLE;
    }

    /** Returns the class that starts the layers of a version of Spring Boot before 3.3. */
    static String launcher(Optional<String> version) {
        boolean moved = version.filter(v -> v.startsWith("3.2")).isPresent();
        return "org.springframework.boot.loader." + (moved ? "launch." : "") + "JarLauncher";
    }
}
