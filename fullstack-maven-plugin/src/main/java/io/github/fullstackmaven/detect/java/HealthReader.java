package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.source.HealthNames;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a program says that it is well: its framework's own check, or a controller. */
final class HealthReader {
    private static final Pattern ROUTE =
            Pattern.compile(
                    "@(?:GetMapping|RequestMapping|Get|Path)\\s*\\(\\s*(?:(?:value|path|uri)\\s*=\\s*)?\\{?\\s*\"([^\"]+)\"");
    private static final Pattern CLASS_ROUTE =
            Pattern.compile(
                    "@(?:RequestMapping|Controller|Path)\\s*\\(\\s*(?:(?:value|path)\\s*=\\s*)?\\{?\\s*\"([^\"]*)\"");
    private static final Pattern CALL =
            Pattern.compile("\\b(?:get|createContext)\\s*\\(\\s*\"([^\"]+)\"");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|interface|record|object)\\s+\\w+");

    private final JavaModule module;
    private final Framework framework;
    private final Configuration configuration;

    private record Found(String path, int rank, String place) {}

    HealthReader(JavaModule module, Framework framework, Configuration configuration) {
        this.module = module;
        this.framework = framework;
        this.configuration = configuration;
    }

    Optional<Health> read(List<MainClasses.Source> sources) {
        return builtIn().or(() -> written(sources));
    }

    private String prefix() {
        return configuration
                .get(framework.prefixes().toArray(String[]::new))
                .map(Sourced::value)
                .map(HealthReader::path)
                .orElse("");
    }

    private Optional<Health> builtIn() {
        boolean there =
                !framework.healthArtifact().isEmpty()
                        && module.dependsOnArtifact(framework.healthArtifact());
        // A port of its own for management is not reached through the gateway.
        boolean elsewhere =
                configuration
                        .get("management.server.port", "quarkus.management.enabled")
                        .isPresent();
        if (!there || elsewhere) {
            return Optional.empty();
        }
        Optional<Sourced<String>> moved = configuration.get(framework.healthBase().getKey());
        String base = moved.map(Sourced::value).orElse(framework.healthBase().getValue());
        String path =
                base.startsWith("/")
                                && moved.isPresent()
                                && module.declared().containsKey("io.quarkus")
                        ? path(base)
                        : prefix() + path(base);
        return Optional.of(
                new Health(
                        path + framework.healthPath(),
                        moved.map(Sourced::source).orElse(module.manifest())));
    }

    private Optional<Health> written(List<MainClasses.Source> sources) {
        List<Found> found = new ArrayList<>();
        for (MainClasses.Source source : sources) {
            String above = classRoute(source.text());
            for (Pattern pattern : List.of(ROUTE, CALL)) {
                Matcher route = pattern.matcher(source.text());
                while (route.find()) {
                    String own = route.group(1);
                    int rank = HealthNames.rank(own);
                    boolean isClass = path(own).equals(above) && pattern == ROUTE;
                    if (rank >= 0 && own.indexOf('{') < 0) {
                        found.add(
                                new Found(
                                        prefix() + (isClass ? "" : above) + path(own),
                                        rank,
                                        source.path() + ":" + line(source.text(), route.start())));
                    }
                }
            }
        }
        return found.stream()
                .min(
                        Comparator.comparingInt(Found::rank)
                                .thenComparingInt(f -> f.path().length())
                                .thenComparing(Found::path))
                .map(f -> new Health(f.path(), f.place()));
    }

    /** An annotation before the type holds for all methods in it. */
    private static String classRoute(String text) {
        Matcher type = TYPE.matcher(text);
        String head = type.find() ? text.substring(0, type.start()) : "";
        Matcher route = CLASS_ROUTE.matcher(head);
        return route.find() ? path(route.group(1)) : "";
    }

    private static int line(String text, int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private static String path(String text) {
        String bare = text.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }
}
