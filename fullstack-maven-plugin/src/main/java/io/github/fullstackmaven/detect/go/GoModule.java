package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A module, or a directory of sources without one.
 *
 * @param directory where it lies
 * @param manifest its {@code go.mod}; absent when there is none
 */
record GoModule(String directory, Optional<GoManifest> manifest) {
    private static final Pattern MAJOR = Pattern.compile("v\\d+");

    /** Returns the module's path; {@code main} without a manifest, as {@code go build} has it. */
    String path() {
        return manifest.flatMap(file -> file.value("module")).orElse("main");
    }

    /** Returns the last part of the path that is not a version: what its program is called. */
    String name() {
        String path = path();
        String last = RepositoryPath.name(path);
        boolean version = MAJOR.matcher(last).matches() && path.contains("/");
        return version ? RepositoryPath.name(RepositoryPath.parent(path)) : last;
    }

    /** Returns what the module itself asks for, without the version in a path, to its version. */
    Map<String, String> required() {
        return modules(false);
    }

    /** Returns everything that its build needs. */
    Map<String, String> needed() {
        return modules(true);
    }

    private Map<String, String> modules(boolean all) {
        Map<String, String> found = new TreeMap<>();
        manifest.ifPresent(
                file ->
                        file.all("require").stream()
                                .filter(line -> all || !line.indirect())
                                .filter(line -> line.words().size() >= 2)
                                .forEach(
                                        line ->
                                                found.put(
                                                        unversioned(line.words().get(0)),
                                                        line.words().get(1))));
        return found;
    }

    /** {@code github.com/labstack/echo/v4} is {@code github.com/labstack/echo}. */
    static String unversioned(String path) {
        return MAJOR.matcher(RepositoryPath.name(path)).matches() && path.contains("/")
                ? RepositoryPath.parent(path)
                : path;
    }
}
