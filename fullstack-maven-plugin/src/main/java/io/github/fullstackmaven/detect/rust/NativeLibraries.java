package io.github.fullstackmaven.detect.rust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.DebianLibraries;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Tells from a lock file whether a binary can be static, or else what it is linked to. */
final class NativeLibraries {
    private static final String FILE = "/META-INF/fullstack/rust-native.json";

    private NativeLibraries() {}

    /**
     * What a lock file means for the binary.
     *
     * @param linked the libraries that it is linked to; absent: it is static
     * @param findings why
     */
    record Linking(Optional<DebianLibraries> linked, List<Finding> findings) {
        Linking {
            findings = List.copyOf(findings);
        }
    }

    /** Decides how a binary is linked: by the lock file, or else by what its packages declare. */
    static Linking of(Manifests manifests, CargoWorkspace workspace, Binary binary) {
        String lock = RepositoryPath.join(workspace.root(), "Cargo.lock");
        if (manifests.tree().isFile(lock)) {
            return of(manifests.toml(lock).map(NativeLibraries::packages).orElse(Map.of()), lock);
        }
        Map<String, List<String>> declared = new HashMap<>();
        for (CargoPackage crate : workspace.closure(binary.crate())) {
            DeclaredFeatures features = new DeclaredFeatures(crate, workspace.manifest());
            for (JsonNode row : table().path("declared")) {
                if (features.hold(row)) {
                    declared.put(row.path("brings").asText(), List.of());
                }
            }
        }
        return of(declared, binary.crate().manifestPath());
    }

    private static Linking of(Map<String, List<String>> locked, String file) {
        List<Finding> findings = new ArrayList<>();
        List<String> build = new ArrayList<>();
        List<String> runtime = new ArrayList<>();
        for (JsonNode crate : table().path("crates")) {
            List<String> own = locked.get(crate.path("name").asText());
            String source = crate.path("bundledBy").asText("");
            boolean bundled =
                    own != null
                            && (source.equals("cc")
                                    ? own.contains("cc")
                                    : locked.containsKey(source));
            if (own != null && !bundled) {
                crate.path("build").forEach(name -> build.add(name.asText()));
                crate.path("runtime").forEach(name -> runtime.add(name.asText()));
                findings.add(finding(crate, file));
            }
        }
        return new Linking(
                findings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DebianLibraries(build, runtime)),
                findings);
    }

    private static Finding finding(JsonNode crate, String file) {
        return Finding.info(
                        "FS-RUST-007",
                        crate.path("name").asText()
                                + " needs "
                                + crate.path("library").asText()
                                + ": the binary is not static, but linked to the libraries of"
                                + " Debian",
                        "for a static binary: " + crate.path("remedy").asText())
                .at(file);
    }

    private static Map<String, List<String>> packages(TomlTable lock) {
        Map<String, List<String>> packages = new HashMap<>();
        TomlArray entries = lock.get("package") instanceof TomlArray array ? array : null;
        for (int i = 0; entries != null && i < entries.size(); i++) {
            if (entries.get(i) instanceof TomlTable entry
                    && entry.get("name") instanceof String name) {
                List<String> needs =
                        CargoTargets.texts(entry.get("dependencies")).stream()
                                .map(text -> text.split(" ")[0])
                                .toList();
                packages.put(name, needs);
            }
        }
        return packages;
    }

    private static JsonNode table() {
        try (InputStream file = NativeLibraries.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }
}
