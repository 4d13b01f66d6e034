package io.github.fullstackmaven.detect.other;

import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an ecosystem's version is written, the more exact place first. */
final class VersionSources {
    /**
     * One place.
     *
     * @param file its name, or {@code *} and its end
     * @param pattern finds the version as its first group
     */
    private record Place(String file, Pattern pattern) {
        Place(String file, String pattern) {
            this(file, Pattern.compile(pattern, Pattern.MULTILINE));
        }
    }

    private static final String ALONE = "\\A\\s*v?([0-9][^\\s#]*)";

    private final Tree tree;
    private final String directory;

    VersionSources(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** Returns the version of the first place that has one, in the directory or above. */
    List<ToolVersion> of(Ecosystem ecosystem) {
        for (Place place : places(ecosystem)) {
            Optional<ToolVersion> version = above(ecosystem.id(), place);
            if (version.isPresent()) {
                return List.of(version.get());
            }
        }
        return List.of();
    }

    private static List<Place> places(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case RUBY ->
                    List.of(
                            new Place(".ruby-version", "\\A\\s*(?:ruby-)?([0-9][^\\s]*)"),
                            new Place(".tool-versions", "^ruby\\s+(\\S+)"),
                            new Place("Gemfile", "^\\s*ruby\\s+['\"]([^'\"]+)['\"]"));
            case ELIXIR ->
                    List.of(
                            new Place(".elixir-version", ALONE),
                            new Place(".tool-versions", "^elixir\\s+(\\S+)"),
                            new Place("mix.exs", "elixir:\\s*\"([^\"]+)\""));
            case PHP ->
                    List.of(
                            new Place(".php-version", ALONE),
                            new Place(".tool-versions", "^php\\s+(\\S+)"),
                            new Place("composer.json", "\"php\"\\s*:\\s*\"([^\"]+)\""));
            case DENO ->
                    List.of(
                            new Place(".deno-version", ALONE),
                            new Place(".tool-versions", "^deno\\s+(\\S+)"));
            case DOTNET ->
                    List.of(
                            new Place("*proj", "<TargetFrameworks?>(?:net|netcoreapp)([0-9.]+)"),
                            new Place("Directory.Build.props", "<TargetFramework>net([0-9.]+)"),
                            new Place("global.json", "\"version\"\\s*:\\s*\"([^\"]+)\""));
            default -> List.of();
        };
    }

    private Optional<ToolVersion> above(String tool, Place place) {
        String at = directory;
        while (true) {
            for (String name : names(at, place.file())) {
                String path = RepositoryPath.join(at, name);
                Matcher version = place.pattern().matcher(tree.read(path).orElse(""));
                if (version.find()) {
                    return Optional.of(new ToolVersion(tool, version.group(1), path));
                }
            }
            if (at.equals(RepositoryPath.ROOT)) {
                return Optional.empty();
            }
            at = RepositoryPath.parent(at);
        }
    }

    private List<String> names(String at, String file) {
        return file.startsWith("*")
                ? tree.files(at, name -> name.endsWith(file.substring(1)))
                : List.of(file);
    }
}
