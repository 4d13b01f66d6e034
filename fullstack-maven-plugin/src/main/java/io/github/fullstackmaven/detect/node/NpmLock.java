package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides between {@code npm ci} and {@code npm install}: does the lock agree with the manifest?
 */
final class NpmLock {
    private static final List<String> SECTIONS =
            List.of("dependencies", "devDependencies", "optionalDependencies");

    private final Optional<String> name;
    private final List<Finding> findings = new ArrayList<>();

    NpmLock(Manifests manifests, PackageJson project) {
        this.name =
                List.of("npm-shrinkwrap.json", "package-lock.json").stream()
                        .filter(file -> manifests.tree().isFile(path(project, file)))
                        .findFirst();
        name.ifPresent(file -> compare(manifests, project, path(project, file)));
        if (name.isEmpty()) {
            findings.add(
                    Finding.warning(
                                    "FS-NODE-004",
                                    "there is no package-lock.json, so that two builds may have"
                                            + " different dependencies",
                                    "run npm install and commit package-lock.json")
                            .at(project.path()));
        }
    }

    /** Returns the lock file's name, relative to the project. */
    Optional<String> name() {
        return name;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the command that installs what the lock says, as far as it can be held to it. */
    String command() {
        return findings.isEmpty() ? "npm ci" : "npm install";
    }

    private void compare(Manifests manifests, PackageJson project, String path) {
        Optional<JsonNode> lock = manifests.json(path);
        if (lock.isEmpty()) {
            return;
        }
        JsonNode root = lock.get().path("packages").path("");
        if (root.isMissingNode()) {
            return;
        }
        for (String section : SECTIONS) {
            JsonNode wanted = project.root().path(section);
            JsonNode locked = root.path(section);
            boolean same =
                    wanted.size() == locked.size()
                            && wanted.properties().stream()
                                    .allMatch(
                                            entry ->
                                                    entry.getValue()
                                                            .equals(locked.path(entry.getKey())));
            if (!same) {
                findings.add(
                        Finding.warning(
                                        "FS-NODE-005",
                                        "does not agree with the "
                                                + section
                                                + " of package.json; npm install is used instead of"
                                                + " npm ci",
                                        "run npm install and commit the lock file")
                                .at(path));
                return;
            }
        }
    }

    private static String path(PackageJson project, String file) {
        return RepositoryPath.join(project.directory(), file);
    }
}
