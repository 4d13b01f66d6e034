package io.github.fullstackmaven.detect.other;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dependencies that a manifest declares, each with the manifest that does. */
final class Declared {
    private static final Pattern GEM = Pattern.compile("(?m)^\\s*gem\\s+['\"]([^'\"]+)['\"]");
    private static final Pattern HEX = Pattern.compile("(?m)^\\s*\\{:([a-z0-9_]+)\\s*,");
    private static final Pattern NUGET =
            Pattern.compile("<PackageReference[^>]*\\bInclude=\"([^\"]+)\"");
    private static final Pattern IMPORT =
            Pattern.compile("(?:jsr:|npm:|https://deno\\.land/x/)(@?[A-Za-z0-9_$./-]+)");

    private final Manifests manifests;
    private final String directory;

    Declared(Manifests manifests, String directory) {
        this.manifests = manifests;
        this.directory = directory;
    }

    Map<String, String> of(Ecosystem ecosystem) {
        return switch (ecosystem) {
            case RUBY -> matches(GEM, List.of("Gemfile"));
            case ELIXIR -> matches(HEX, List.of("mix.exs"));
            case DOTNET -> matches(NUGET, projects());
            case DENO -> matches(IMPORT, List.of("deno.json", "deno.jsonc", "import_map.json"));
            case PHP -> composer();
            default -> Map.of();
        };
    }

    private List<String> projects() {
        return manifests.tree().files(directory, name -> name.matches(".*\\.(cs|fs|vb)proj"));
    }

    private Map<String, String> matches(Pattern pattern, List<String> files) {
        Map<String, String> found = new TreeMap<>();
        for (String file : files) {
            String path = RepositoryPath.join(directory, file);
            Optional<String> text = manifests.tree().read(path);
            if (text.isPresent()) {
                Matcher name = pattern.matcher(text.get());
                while (name.find()) {
                    found.putIfAbsent(name.group(1).replaceFirst("(?<=.)[@/][~^0-9].*", ""), path);
                }
            }
        }
        return found;
    }

    private Map<String, String> composer() {
        String path = RepositoryPath.join(directory, "composer.json");
        Map<String, String> found = new TreeMap<>();
        Optional<JsonNode> manifest = manifests.json(path);
        manifest.ifPresent(
                m -> m.path("require").fieldNames().forEachRemaining(n -> found.put(n, path)));
        return found;
    }
}
