package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.DockerfileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The check that programs can run on the base that they were copied to. It is a step of the final
 * stage itself, because only there their interpreter and libraries are those of the container.
 */
final class ElfGuard {
    /** The generated program that checks. */
    static final String FILE = "fullstack-elf-guard";

    private static final String PROGRAM = "/usr/local/bin/" + FILE;

    private final Application application;

    ElfGuard(Application application) {
        this.application = application;
    }

    /** Returns the step for an image that has a shell. */
    List<Step> check(List<Service> processes) {
        return check(List.of(PROGRAM), processes);
    }

    /** Returns the step for an image whose only shell is a static busybox. */
    List<Step> check(String busybox, List<Service> processes) {
        return check(List.of(busybox, "sh", PROGRAM), processes);
    }

    private List<Step> check(List<String> command, List<Service> processes) {
        List<String> programs =
                processes.stream().flatMap(this::program).distinct().sorted().toList();
        if (programs.isEmpty()) {
            return List.of();
        }
        List<String> argv = new ArrayList<>(command);
        argv.addAll(programs);
        return List.of(new Step.Exec(argv));
    }

    /** Where the program lies; one without a directory is looked for in the image's path. */
    private Stream<String> program(Service process) {
        if (process.facts() instanceof DockerfileFacts) {
            return Stream.empty();
        }
        return process.start().argv().stream()
                .limit(1)
                .map(
                        program ->
                                program.startsWith("/") || !program.contains("/")
                                        ? program
                                        : application.home(process) + "/" + program);
    }
}
