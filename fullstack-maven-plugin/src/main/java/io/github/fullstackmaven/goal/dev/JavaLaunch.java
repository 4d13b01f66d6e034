package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.Optional;
import java.util.Set;

/** A program of Maven or Gradle, started by the plugin that its framework has for that. */
final class JavaLaunch {
    private static final Set<String> ENDINGS =
            Set.of(".java", ".kt", ".groovy", ".xml", ".properties", ".yml", ".yaml", ".gradle");
    private static final String QUARKUS = "quarkus";
    private static final String SPRING = "spring-boot";

    private JavaLaunch() {}

    /** Returns how it is started; empty where nobody here knows. */
    static Optional<Launch> of(Service service, JavaFacts facts) {
        boolean gradle = service.packageManager().filter("gradle"::equals).isPresent();
        String framework = service.framework().orElse("");
        Sources sources = new Sources(facts.directory(), ENDINGS);
        return gradle
                ? Optional.of(gradle(service, facts, framework, sources))
                : maven(service, facts, framework, sources);
    }

    private static Optional<Launch> maven(
            Service service, JavaFacts facts, String framework, Sources sources) {
        String tool = facts.wrapper() ? "./mvnw" : "mvn";
        String at = "cd " + up(service, facts) + " && exec " + tool + " -q ";
        boolean single = facts.module().equals(RepositoryPath.ROOT);
        if (framework.equals(QUARKUS)) {
            String module = single ? "" : "-pl " + facts.module() + " -am ";
            return Optional.of(Launch.reloading(at + module + "compile quarkus:dev", tool));
        }
        if (framework.equals(SPRING) && single) {
            return Optional.of(Launch.watched(at + "spring-boot:run", tool, sources));
        }
        return Optional.empty();
    }

    private static Launch gradle(
            Service service, JavaFacts facts, String framework, Sources sources) {
        String tool = facts.wrapper() ? "./gradlew" : "gradle";
        String module =
                facts.module().equals(RepositoryPath.ROOT)
                        ? ""
                        : ":" + facts.module().replace('/', ':') + ":";
        String at = "cd " + up(service, facts) + " && exec " + tool + " -q " + module;
        return switch (framework) {
            case QUARKUS -> Launch.reloading(at + "quarkusDev", tool);
            case SPRING -> Launch.watched(at + "bootRun", tool, sources);
            default -> Launch.watched(at + "run", tool, sources);
        };
    }

    private static String up(Service service, JavaFacts facts) {
        String path = service.path();
        if (path.equals(facts.directory())) {
            return ".";
        }
        int levels =
                path.split("/").length
                        - (facts.directory().equals(RepositoryPath.ROOT)
                                ? 0
                                : facts.directory().split("/").length);
        return "../".repeat(Math.max(0, levels)) + ".";
    }
}
