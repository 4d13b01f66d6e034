package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.model.JavaFacts.Packaging;
import io.github.fullstackmaven.model.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the command that starts a program, from what its build leaves. */
final class JavaStart {
    /** The runtime that is made for the program lies in its home. */
    private static final String JAVA = "jre/bin/java";

    /** The container's memory, not the machine's, is what there is. */
    private static final List<String> OPTIONS =
            List.of("-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError");

    private final JavaModule module;
    private final Packaging packaging;
    private final MainClasses classes;

    JavaStart(JavaModule module, Packaging packaging, MainClasses classes) {
        this.module = module;
        this.packaging = packaging;
        this.classes = classes;
    }

    Start start() {
        return switch (packaging) {
            case SPRING_BOOT, WHOLE -> command("app.jar", "-jar", "app.jar");
            case QUARKUS -> command("quarkus-run.jar", "-jar", "quarkus-run.jar");
            case SPRING_BOOT_LAYERS -> command("app.jar", Packagings.launcher(module.springBoot()));
            case THIN, DISTRIBUTION ->
                    mainClass()
                            .map(name -> command("app.jar", "-cp", "app.jar:lib/*", name))
                            .orElse(new Start("none", List.of(), Optional.empty()));
        };
    }

    /** The manifest's, else the only one that the sources have. */
    private Optional<String> mainClass() {
        return module.mainClass()
                .or(
                        () ->
                                Optional.of(classes.names())
                                        .filter(names -> names.size() == 1)
                                        .map(names -> names.get(0)));
    }

    private static Start command(String entry, String... words) {
        List<String> argv = new ArrayList<>(List.of(JAVA));
        argv.addAll(OPTIONS);
        argv.addAll(List.of(words));
        return new Start("jar", argv, Optional.of(entry));
    }
}
