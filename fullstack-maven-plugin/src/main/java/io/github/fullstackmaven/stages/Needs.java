package io.github.fullstackmaven.stages;

import java.util.List;

/**
 * What an image needs in which a service runs.
 *
 * @param base the role of the base image that it has to stand on; {@link #ANY} where it brings
 *     everything along
 * @param packages Debian packages, sorted
 * @param steps what is done as root before the service's own files come
 * @param programs directories whose programs are all there then
 * @param modules directories whose modules, which programs load, are all there then
 */
record Needs(
        String base,
        List<String> packages,
        List<Step> steps,
        List<String> programs,
        List<String> modules) {
    /** For static programs and for pages: any base will do, an empty one as well. */
    static final String ANY = "any";

    /** The role of the plain Debian base. */
    static final String RUNTIME = "runtime";

    /** Nothing is needed. */
    static final Needs NOTHING = new Needs(ANY, List.of(), List.of());

    Needs {
        packages = packages.stream().sorted().distinct().toList();
        steps = List.copyOf(steps);
        programs = List.copyOf(programs);
        modules = List.copyOf(modules);
    }

    /** What brings no programs, or not all of them. */
    Needs(String base, List<String> packages, List<Step> steps) {
        this(base, packages, steps, List.of(), List.of());
    }

    /** Returns whether a program is there before the service's own files are. */
    boolean bring(String program) {
        return !program.contains("/") || programs.stream().anyMatch(program::startsWith);
    }
}
