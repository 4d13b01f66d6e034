package io.github.fullstackmaven.detect.other;

import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a program of an ecosystem has its port written, as its frameworks do it. */
final class PortSources {
    /**
     * One place.
     *
     * @param file relative to the service
     * @param pattern finds the port as its first group
     */
    private record Place(String file, Pattern pattern) {
        Place(String file, String pattern) {
            this(file, Pattern.compile(pattern, Pattern.MULTILINE));
        }
    }

    private static final String KESTREL = "\\.Listen(?:AnyIP|Localhost)?";
    private static final String URL = "http://[^/\":]*:([0-9]{2,5})";

    private final Tree tree;
    private final String directory;

    PortSources(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    Optional<Sourced<Integer>> of(Ecosystem ecosystem) {
        for (Place place : places(ecosystem)) {
            String path = RepositoryPath.join(directory, place.file());
            String text = tree.read(path).orElse("");
            Matcher found = place.pattern().matcher(text);
            if (found.find()) {
                int port = Integer.parseInt(found.group(1));
                long line = text.substring(0, found.start(1)).lines().count();
                if (port >= 1 && port <= 65535) {
                    return Optional.of(new Sourced<>(port, path + ":" + line));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Place> places(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case DOTNET ->
                    List.of(
                            new Place(
                                    "Program.cs",
                                    KESTREL + "\\(\\s*(?:[^,()]+,\\s*)?([0-9]{2,5})\\b"),
                            new Place("Program.cs", "(?:UseUrls|Urls\\.Add|\\.Run)\\(\\s*\"" + URL),
                            new Place(
                                    "Program.cs",
                                    "(?is)\\A(?=.*?"
                                            + KESTREL
                                            + "\\().*?\\bport\\s*=[^;]*?\\b([0-9]{4,5})\\b"),
                            new Place(
                                    "appsettings.json", "\"(?:Url|Urls)\"\\s*:\\s*\"[^\"]*?" + URL),
                            new Place(
                                    "Properties/launchSettings.json",
                                    "\"applicationUrl\"\\s*:\\s*\"[^\"]*?" + URL));
            case RUBY ->
                    List.of(
                            new Place(
                                    "config/puma.rb", "^\\s*port\\b[^\\n]*?[^0-9]([0-9]{2,5})\\b"));
            case ELIXIR ->
                    List.of(
                            new Place(
                                    "config/runtime.exs",
                                    "\"PORT\"\\)?\\s*(?:,|\\|\\|)\\s*\"([0-9]{2,5})\""),
                            new Place("config/dev.exs", "http:[^\\n]*port:\\s*([0-9]{2,5})"));
            case PHP ->
                    List.of(
                            new Place(".env", "^APP_PORT=([0-9]{2,5})\\s*$"),
                            new Place(".env.example", "^APP_PORT=([0-9]{2,5})\\s*$"),
                            new Place(".env", "^APP_URL=[\"']?" + URL),
                            new Place(".env.example", "^APP_URL=[\"']?" + URL));
            case DENO ->
                    List.of("main.ts", "src/main.ts", "src/index.ts", "server.ts").stream()
                            .map(file -> new Place(file, "\\bport\\s*:\\s*([0-9]{2,5})\\b"))
                            .toList();
            default -> List.of();
        };
    }
}
