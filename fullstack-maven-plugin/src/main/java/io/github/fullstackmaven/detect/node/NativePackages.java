package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What dependencies need from Debian.
 *
 * @param build when they are installed
 * @param runtime when they run
 */
record NativePackages(List<String> build, List<String> runtime) {
    private static final String FILE = "/META-INF/fullstack/node-native.json";
    private static final JsonNode TABLE = load();

    /** What a package brings along to be compiled where nobody has done so for this machine. */
    private static final List<String> COMPILERS =
            List.of(
                    "@mapbox/node-pre-gyp",
                    "bindings",
                    "nan",
                    "node-gyp",
                    "node-pre-gyp",
                    "prebuild-install");

    NativePackages {
        build = List.copyOf(build);
        runtime = List.copyOf(runtime);
    }

    private static JsonNode load() {
        try (InputStream file = NativePackages.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file).path("packages");
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    /**
     * Returns what the packages that are installed together need, and those that run.
     *
     * @param lock npm's lock file, where there is one
     */
    static NativePackages of(Workspace workspace, PackageJson project, Optional<JsonNode> lock) {
        Set<String> build = new TreeSet<>();
        if (lock.filter(NativePackages::compiles).isPresent()) {
            TABLE.path("node-gyp").path("build").forEach(name -> build.add(name.asText()));
        }
        Set<String> runtime = new TreeSet<>();
        build(workspace.root(), build);
        workspace.members().values().forEach(member -> build(member, build));
        runtime(project, runtime);
        workspace.needs(project).forEach(needed -> runtime(needed, runtime));
        return new NativePackages(List.copyOf(build), List.copyOf(runtime));
    }

    /** One that is optional may fail. */
    private static boolean compiles(JsonNode lock) {
        return lock.path("packages").properties().stream()
                .map(Map.Entry::getValue)
                .filter(entry -> entry.path("hasInstallScript").asBoolean())
                .filter(entry -> !entry.path("optional").asBoolean())
                .anyMatch(entry -> COMPILERS.stream().anyMatch(entry.path("dependencies")::has));
    }

    private static void build(PackageJson project, Set<String> found) {
        project.dependencies()
                .forEach(
                        (name, version) -> {
                            TABLE.path(name).path("build").forEach(n -> found.add(n.asText()));
                            if (version.matches("(git|github|gitlab|bitbucket)[+:].*")) {
                                found.addAll(List.of("ca-certificates", "git"));
                            }
                        });
    }

    private static void runtime(PackageJson project, Set<String> found) {
        project.dependencies().keySet().stream()
                .filter(project::uses)
                .forEach(
                        name ->
                                TABLE.path(name)
                                        .path("runtime")
                                        .forEach(n -> found.add(n.asText())));
    }
}
