package io.github.fullstackmaven.detect.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * The Debian packages that a project's dependencies want: libraries by the table, and a compiler
 * where the lock file has a package without a wheel for Linux.
 */
final class NativeLibraries {
    private final SortedSet<String> build = new TreeSet<>();
    private final SortedSet<String> runtime = new TreeSet<>();

    private NativeLibraries() {}

    static NativeLibraries of(
            PythonProject project, Optional<PackageManager> manager, PythonBuilds builds) {
        NativeLibraries libraries = new NativeLibraries();
        Optional<TomlTable> lock =
                manager.filter(PackageManager::locked)
                        .filter(m -> !m.file().endsWith("Pipfile.lock"))
                        .flatMap(m -> project.manifests().toml(m.file()));
        SortedSet<String> compiled =
                lock.map(NativeLibraries::withoutWheel).orElse(new TreeSet<>());
        boolean compiles = !compiled.isEmpty();
        for (PythonBuilds.Library library : builds.libraries()) {
            Requirement requirement = project.dependencies().get(library.dependency());
            boolean locked = compiled.contains(library.dependency());
            boolean brought =
                    requirement != null && requirement.extras().contains(library.unlessExtra());
            if ((requirement == null && !locked) || brought) {
                continue;
            }
            if (library.source() || locked) {
                libraries.build.addAll(library.build());
                compiles = true;
            }
            libraries.runtime.addAll(library.runtime());
        }
        if (compiles) {
            libraries.build.addAll(builds.compiler());
        }
        if (fetchesWithGit(project)) {
            libraries.build.add("git");
        }
        return libraries;
    }

    /** Returns what is needed to build, sorted. */
    List<String> build() {
        return List.copyOf(build);
    }

    /** Returns what is needed to run, sorted. */
    List<String> runtime() {
        return List.copyOf(runtime);
    }

    private static boolean fetchesWithGit(PythonProject project) {
        List<String> files =
                new ArrayList<>(List.of(project.file("pyproject.toml"), project.file("Pipfile")));
        project.requirementFiles().ifPresent(read -> files.addAll(read.files()));
        return files.stream()
                .map(project.manifests().tree()::read)
                .flatMap(Optional::stream)
                .anyMatch(text -> text.matches("(?s).*(git\\+|\\bgit\\s*=\\s*\").*"));
    }

    /** Returns the packages of a lock file that have sources for Linux and no wheel. */
    private static SortedSet<String> withoutWheel(TomlTable lock) {
        SortedSet<String> names = new TreeSet<>();
        if (lock.get("package") instanceof TomlArray packages) {
            for (Object item : packages.toList()) {
                if (item instanceof TomlTable entry && entry.get("name") instanceof String name) {
                    List<String> files = files(entry);
                    boolean wheel = files.stream().anyMatch(NativeLibraries::fits);
                    if (!files.isEmpty() && !wheel) {
                        names.add(Requirement.normal(name));
                    }
                }
            }
        }
        return names;
    }

    /** uv lists {@code wheels} and {@code sdist}; poetry and pdm list {@code files}. */
    private static List<String> files(TomlTable entry) {
        List<String> files = new ArrayList<>();
        for (String key : List.of("wheels", "files")) {
            if (entry.get(key) instanceof TomlArray list) {
                list.toList().forEach(file -> name(file).ifPresent(files::add));
            }
        }
        name(entry.get("sdist")).ifPresent(files::add);
        return files;
    }

    private static Optional<String> name(Object file) {
        if (file instanceof TomlTable table) {
            for (Map.Entry<String, Object> value : table.entrySet()) {
                boolean named = List.of("file", "url", "filename").contains(value.getKey());
                if (named && value.getValue() instanceof String text) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean fits(String file) {
        return file.endsWith("-any.whl") || (file.endsWith(".whl") && file.contains("manylinux"));
    }
}
