package io.github.fullstackmaven.stages;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an image needs in which a service runs.
 *
 * @param base the role of the base image that it has to stand on; {@link #ANY} where it brings
 *     everything along
 * @param packages Debian packages, sorted
 * @param steps what is done as root before the service's own files come
 */
record Needs(String base, List<String> packages, List<Step> steps) {
    /** For static programs and for pages: any base will do, an empty one as well. */
    static final String ANY = "any";

    /** The role of the plain Debian base. */
    static final String RUNTIME = "runtime";

    /** Nothing is needed. */
    static final Needs NOTHING = new Needs(ANY, List.of(), List.of());

    Needs {
        packages = packages.stream().sorted().distinct().toList();
        steps = List.copyOf(steps);
    }

    /** Returns the directories below a service's home that its dependencies come to. */
    Stream<String> broughtTo(String home) {
        return steps.stream()
                .filter(Step.Copy.class::isInstance)
                .map(step -> ((Step.Copy) step).target())
                .filter(target -> target.startsWith(home + "/") && target.endsWith("/"))
                .map(target -> target.substring(0, target.length() - 1));
    }
}
