package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** An application that asks for everything that the model has for a unit. */
final class RichApplication {
    private static final Map<String, String> VARIABLES =
            Map.of("ODD", "a=b \"c\" '$d' ${e} #f \\ \u00e9", "EMPTY", "", "PATH_TO", "/data/x");

    private RichApplication() {}

    /**
     * Returns it.
     *
     * @param directory an empty directory of the engine's host, which is also the repository
     */
    static Application of(TestApplication shop, Path directory) throws IOException {
        StringBuilder file = new StringBuilder();
        new TreeMap<>(VARIABLES).forEach((k, v) -> file.append(k + "=" + v + "\n"));
        Files.writeString(directory.resolve("monorepo.env"), file);
        Path host = Files.createDirectories(directory.resolve("host"));
        Application usual =
                shop.application(
                        VARIABLES,
                        List.of(
                                new Volume("data", "/data", false, false, "test"),
                                new Volume("read", "/read", true, false, "test"),
                                new Volume(host.toString(), "/host", true, false, "test")),
                        Optional.empty());
        return new Application(
                usual.name(),
                usual.environment(),
                usual.domain(),
                usual.layout(),
                usual.services(),
                usual.routes(),
                usual.variables(),
                List.of("monorepo.env"),
                usual.volumes(),
                usual.edge(),
                usual.tls(),
                usual.origins(),
                usual.timing(),
                new Resources(Optional.of("128m"), Optional.of("1.5"), 1, OptionalInt.empty()),
                new Images(
                        usual.images().app(),
                        Map.of(
                                "edge",
                                TestApplication.EDGE_IMAGE,
                                "runtime",
                                "docker.io/library/debian:trixie-slim")),
                usual.retain());
    }

    /** What differs is what the manual's table has, no more and no less. */
    static void compare(
            Map<String, String> actual,
            Map<String, String> expected,
            List<Difference> documented,
            String version) {
        Map<String, String> differences = new TreeMap<>();
        TreeSet<String> fields = new TreeSet<>(actual.keySet());
        fields.addAll(expected.keySet());
        for (String field : fields) {
            String is = actual.getOrDefault(field, "absent");
            String wanted = expected.getOrDefault(field, "absent");
            if (!is.equals(wanted)) {
                differences.put(field, is + " instead of " + wanted);
            }
        }
        differences.forEach((field, what) -> System.out.println(field + ": " + what));
        assertThat(differences.keySet())
                .as(differences.toString())
                .containsExactlyInAnyOrderElementsOf(
                        documented.stream()
                                .filter(d -> d.isOf(version))
                                .map(Difference::field)
                                .toList());
    }
}
