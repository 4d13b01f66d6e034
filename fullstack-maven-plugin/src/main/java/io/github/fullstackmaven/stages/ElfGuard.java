package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
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
     * Returns the step for what is there before the processes' own files come: a change of those
     * cannot change what it says.
     *
     * @param needs what each of the processes needs
     */
    List<Step> before(Map<Service, Needs> needs) {
        List<String> directories = dependencies(needs);
        List<String> options = new ArrayList<>();
        if (!directories.isEmpty()) {
            options.addAll(LIBRARIES);
            options.addAll(directories);
        }
        return check(List.of(PROGRAM), programs(needs, Needs::bring), options);
    }

    /**
     * Returns the step for programs among the processes' own files, and for what is loaded from
     * there. None where the program came before: then the rest is sources, and a change of these
     * need not wait for a check.
     *
     * @param all what each of the processes needs
     */
    List<Step> after(Map<Service, Needs> all) {
        Map<Service, Needs> needs = new LinkedHashMap<>(all);
        needs.entrySet().removeIf(this::isComplete);
        List<String> programs = programs(needs, (need, program) -> !need.bring(program));
        List<String> homes = distinct(loading(needs).map(e -> application.home(e.getKey())));
        List<String> checked = dependencies(needs);
        List<String> options = new ArrayList<>();
        if (!homes.isEmpty()) {
            options.addAll(LIBRARIES);
            options.addAll(homes);
            if (!checked.isEmpty()) {
                options.add("--but");
                options.addAll(checked);
            }
        }
        return check(List.of(PROGRAM), programs, options);
    }

    private boolean isComplete(Map.Entry<Service, Needs> process) {
        Needs needs = process.getValue();
        return process.getKey().facts() instanceof DockerfileFacts
                || (!needs.programs().isEmpty()
                        && program(process.getKey()).allMatch(needs::bring));
    }

    /** Returns the step for an image whose only shell is a static busybox. */
    List<Step> check(String busybox, Map<Service, Needs> needs) {
        return check(
                List.of(busybox, "sh", PROGRAM),
                programs(needs, (need, program) -> true),
                List.of());
    }

    private List<String> dependencies(Map<Service, Needs> needs) {
        return distinct(loading(needs).flatMap(e -> e.getValue().modules().stream()));
    }

    /** What stands on anything loads nothing. */
    private static Stream<Map.Entry<Service, Needs>> loading(Map<Service, Needs> needs) {
        return needs.entrySet().stream().filter(e -> !e.getValue().base().equals(Needs.ANY));
    }

    private static List<String> distinct(Stream<String> directories) {
        return directories.distinct().sorted().toList();
    }

    private List<String> programs(Map<Service, Needs> needs, BiPredicate<Needs, String> chosen) {
        return distinct(
                needs.entrySet().stream()
                        .flatMap(
                                e ->
                                        program(e.getKey())
                                                .filter(p -> chosen.test(e.getValue(), p))));
    }

    private static List<Step> check(
            List<String> command, List<String> programs, List<String> options) {
        if (programs.isEmpty() && options.isEmpty()) {
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
