package io.github.fullstackmaven.it.archetype;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A front end and a back end that go together: all do.
 *
 * @param frontend the value of the property {@code frontend}
 * @param backend the value of the property {@code backend}
 */
record Combination(String frontend, String backend) {
    private static final List<String> FRONTENDS = List.of("react", "vue", "svelte", "angular");
    private static final List<String> BACKENDS = List.of("node", "go", "python", "java", "rust");

    /** Every one, those of a back end one after the other. */
    static Stream<Combination> every() {
        return BACKENDS.stream().flatMap(b -> FRONTENDS.stream().map(f -> new Combination(f, b)));
    }

    /** Few, with every front end and every back end among them. */
    static Stream<Combination> few() {
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.max(FRONTENDS.size(), BACKENDS.size()))
                .map(
                        i ->
                                new Combination(
                                        FRONTENDS.get(i % FRONTENDS.size()),
                                        BACKENDS.get(i % BACKENDS.size())));
    }

    /** Generates it in this directory, and returns where it is. */
    Path generate(Path directory, String name) {
        return Archetype.generate(
                directory, name, "-Dfrontend=" + frontend, "-Dbackend=" + backend);
    }

    @Override
    public String toString() {
        return frontend + "-" + backend;
    }
}
