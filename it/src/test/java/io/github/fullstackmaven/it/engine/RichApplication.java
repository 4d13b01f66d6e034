package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An application that asks for everything that the model has for a unit and for what stands beside
 * it.
 */
final class RichApplication {
    private static final Map<String, String> VARIABLES =
            Map.of("ODD", "a=b \"c\" '$d' ${e} #f \\ \u00e9", "EMPTY", "", "PATH_TO", "/data/x");

    /** Which is there on every engine, and which no test removes. */
    static final String ACCESSORY_IMAGE = "docker.io/library/debian:trixie-slim";

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
        return usual.but()
                .envFiles(List.of("monorepo.env"))
                .resources(
                        new Resources(
                                Optional.of("128m"), Optional.of("1.5"), 1, RequestLimits.DEFAULT))
                .images(
                        new Images(
                                usual.images().app(),
                                Map.of(
                                        "edge",
                                        TestApplication.EDGE_IMAGE,
                                        "runtime",
                                        ACCESSORY_IMAGE)))
                .surroundings(Surroundings.NONE.withAccessories(List.of(accessory())))
                .application();
    }

    /** Returns the same in two containers, one of which is a process of its own. */
    static Application split(Application rich) {
        Service mail =
                Service.at("mail", ServiceKind.WORKER, Ecosystem.DOCKERFILE)
                        .name("mail")
                        .start(new Start("shell", List.of("nginx"), Optional.empty()))
                        .facts(new DockerfileFacts("mail/Dockerfile", "mail", Optional.empty()))
                        .service();
        return rich.but().layout(Layout.SPLIT).services(List.of(mail)).application();
    }

    private static Accessory accessory() {
        Map<String, Sourced<String>> variables = new TreeMap<>();
        VARIABLES.forEach((k, v) -> variables.put(k, new Sourced<>(v, Variables.POM)));
        return new Accessory(
                "db",
                ACCESSORY_IMAGE,
                Optional.of("999:998"),
                new Variables(variables),
                List.of(
                        new Volume("db", "/data", false, false, "test"),
                        new Volume("db-read", "/read", true, false, "test")),
                Optional.of("test -d /data && echo \"it's $PATH_TO\""),
                new Resources(Optional.of("64m"), Optional.of("0.5"), 1, RequestLimits.DEFAULT),
                List.of("sh", "-c", "trap 'exit 0' TERM; sleep infinity & wait"));
    }

    /** What differs is what the manual's table has, no more and no less. */
    static void compare(
            Map<String, String> actual,
            Map<String, String> expected,
            List<Difference> documented,
            Engine engine) {
        assertThat(differences(actual, expected))
                .containsExactlyInAnyOrderElementsOf(fields(documented, engine));
    }

    /**
     * Nothing differs that is not in the manual's table; what is in it is about units, and a
     * container that has less of them has less that may differ.
     */
    static void compareWithTheRest(
            Map<String, String> actual,
            Map<String, String> expected,
            List<Difference> documented,
            Engine engine) {
        assertThat(differences(actual, expected)).isSubsetOf(fields(documented, engine));
    }

    private static List<String> fields(List<Difference> documented, Engine engine) {
        String version = engine.info().version();
        List<String> unlimited = engine.facts().unlimited();
        return documented.stream()
                .filter(d -> d.isOf(version, unlimited))
                .map(Difference::field)
                .toList();
    }

    private static Set<String> differences(
            Map<String, String> actual, Map<String, String> expected) {
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
        return differences.keySet();
    }
}
