package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
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

    /** Returns what the packages that are installed together need, and those that run. */
    static NativePackages of(Workspace workspace, PackageJson project) {
        Set<String> build = new TreeSet<>();
        Set<String> runtime = new TreeSet<>();
        build(workspace.root(), build);
        workspace.members().values().forEach(member -> build(member, build));
        runtime(project, runtime);
        workspace.needs(project).forEach(needed -> runtime(needed, runtime));
        return new NativePackages(List.copyOf(build), List.copyOf(runtime));
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
