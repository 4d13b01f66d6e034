package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The check that programs, and the modules that they load, can run on the base that they were
 * copied to. It is a step of the final stage itself, because only there their interpreter and
 * libraries are those of the container. What comes with a layer of dependencies is checked with
 * that layer, so that a change of source does not check it again.
 */
final class ElfGuard {
    /** The generated program that checks. */
    static final String FILE = "fullstack-elf-guard";

    private static final String PROGRAM = "/usr/local/bin/" + FILE;

    /** What modules are loaded by is what the shell of the base is loaded by. */
    private static final List<String> LIBRARIES = List.of("--libraries", "/bin/sh");

    private final Application application;

    ElfGuard(Application application) {
        this.application = application;
    }

    /**
     * Returns the step for an image that has a shell.
     *
     * @param needs what each of the processes needs
     */
    List<Step> check(Map<Service, Needs> needs) {
        List<String> homes = distinct(loading(needs).map(e -> application.home(e.getKey())));
        List<String> checked = dependencies(needs);
        List<String> options = new ArrayList<>();
        if (!homes.isEmpty()) {
            options.addAll(LIBRARIES);
            options.addAll(homes);
        }
        if (!checked.isEmpty()) {
            options.add("--but");
            options.addAll(checked);
        }
        return check(List.of(PROGRAM), List.copyOf(needs.keySet()), options);
    }

    /** Returns the step for what the dependencies bring that are there already. */
    List<Step> checkDependencies(Map<Service, Needs> needs) {
        List<String> directories = dependencies(needs);
        if (directories.isEmpty()) {
            return List.of();
        }
        List<String> argv = new ArrayList<>(List.of(PROGRAM));
        argv.addAll(LIBRARIES);
        argv.addAll(directories);
        return List.of(new Step.Exec(argv));
    }

    /** Returns the step for an image whose only shell is a static busybox. */
    List<Step> check(String busybox, List<Service> processes) {
        return check(List.of(busybox, "sh", PROGRAM), processes, List.of());
    }

    private List<String> dependencies(Map<Service, Needs> needs) {
        return distinct(
                loading(needs).flatMap(e -> e.getValue().broughtTo(application.home(e.getKey()))));
    }

    /** What stands on anything loads nothing. */
    private static Stream<Map.Entry<Service, Needs>> loading(Map<Service, Needs> needs) {
        return needs.entrySet().stream().filter(e -> !e.getValue().base().equals(Needs.ANY));
    }

    private static List<String> distinct(Stream<String> directories) {
        return directories.distinct().sorted().toList();
    }

    private List<Step> check(List<String> command, List<Service> processes, List<String> options) {
        List<String> programs =
                processes.stream().flatMap(this::program).distinct().sorted().toList();
        if (programs.isEmpty()) {
            return List.of();
        }
        List<String> argv = new ArrayList<>(command);
        argv.addAll(programs);
        argv.addAll(options);
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
