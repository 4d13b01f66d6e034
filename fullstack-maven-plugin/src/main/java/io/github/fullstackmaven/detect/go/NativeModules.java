package io.github.fullstackmaven.detect.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells whether C takes part in a program: its own {@code import "C"}, or a module that has C. */
final class NativeModules {
    private static final String FILE = "/META-INF/fullstack/go-native.json";

    private NativeModules() {}

    /**
     * What C means for the image.
     *
     * @param cause the file that brings it; absent: no C takes part
     * @param build Debian packages for the build, sorted
     * @param runtime Debian packages to run, sorted
     */
    record Linking(Optional<String> cause, List<String> build, List<String> runtime) {
        Linking {
            build = List.copyOf(build);
            runtime = List.copyOf(runtime);
        }
    }

    static Linking of(Tree tree, GoWorkspace workspace, GoModule module, List<GoFile> closure) {
        Optional<String> cause =
                closure.stream()
                        .filter(file -> file.imports().contains("C"))
                        .map(file -> file.source().path())
                        .findFirst();
        Map<String, String> needed = needed(tree, workspace, module);
        Set<String> build = new TreeSet<>();
        Set<String> runtime = new TreeSet<>();
        for (JsonNode row : table().path("modules")) {
            String name = row.path("name").asText();
            String part = row.path("package").asText("");
            boolean used =
                    needed.containsKey(name)
                            && (part.isEmpty()
                                    || closure.stream().anyMatch(f -> f.imports().contains(part)));
            if (used) {
                cause = cause.or(() -> Optional.of(needed.get(name)));
                row.path("build").forEach(text -> build.add(text.asText()));
                row.path("runtime").forEach(text -> runtime.add(text.asText()));
            }
        }
        return new Linking(cause, List.copyOf(build), List.copyOf(runtime));
    }

    /**
     * Returns every module that the build needs, with the file that says so. Since Go 1.17 {@code
     * go.mod} lists them all; before that, {@code go.sum} has the content of those that are used.
     */
    private static Map<String, String> needed(Tree tree, GoWorkspace workspace, GoModule module) {
        Map<String, String> needed = new TreeMap<>();
        for (GoModule each : workspace.modules().values()) {
            String manifest = RepositoryPath.join(each.directory(), "go.mod");
            boolean own = each.directory().equals(module.directory());
            if (own || workspace.modules().size() == 1) {
                each.needed().keySet().forEach(name -> needed.put(name, manifest));
            } else {
                each.required().keySet().forEach(name -> needed.putIfAbsent(name, manifest));
            }
        }
        boolean listsAll =
                module.manifest()
                        .flatMap(file -> file.value("go"))
                        .filter(NativeModules::listsAll)
                        .isPresent();
        String sums = RepositoryPath.join(module.directory(), "go.sum");
        if (!listsAll) {
            for (String line : tree.read(sums).orElse("").split("\n")) {
                String[] words = line.split(" ");
                if (words.length == 3 && !words[1].endsWith("/go.mod")) {
                    needed.putIfAbsent(GoModule.unversioned(words[0]), sums);
                }
            }
        }
        return needed;
    }

    private static boolean listsAll(String version) {
        String[] parts = version.split("\\.");
        return parts.length >= 2
                && parts[1].chars().allMatch(Character::isDigit)
                && Integer.parseInt(parts[1]) >= 17;
    }

    private static JsonNode table() {
        try (InputStream file = NativeModules.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }
}
