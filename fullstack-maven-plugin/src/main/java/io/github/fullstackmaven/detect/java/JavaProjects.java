package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.Optional;

/** Finds the project that a directory belongs to. */
final class JavaProjects {
    private final Manifests manifests;

    JavaProjects(Manifests manifests) {
        this.manifests = manifests;
    }

    /** Returns the project whose root a directory is; Maven where it is both. */
    Optional<JavaProject> at(String directory) {
        if (manifests.tree().isFile(RepositoryPath.join(directory, "pom.xml"))) {
            return new MavenReader(manifests).read(directory);
        }
        boolean gradle =
                GradleReader.script(manifests, directory).isPresent()
                        || isFile(directory, "settings.gradle")
                        || isFile(directory, "settings.gradle.kts");
        return gradle ? new GradleReader(manifests).read(directory) : Optional.empty();
    }

    /** Returns the uppermost project that has a directory as a module. */
    Optional<JavaProject> of(String directory) {
        Optional<JavaProject> best = Optional.empty();
        String at = directory;
        while (true) {
            Optional<JavaProject> project =
                    at(at).filter(found -> found.module(directory).isPresent());
            best = project.isPresent() ? project : best;
            if (at.equals(RepositoryPath.ROOT)) {
                return best;
            }
            at = RepositoryPath.parent(at);
        }
    }

    private boolean isFile(String directory, String name) {
        return manifests.tree().isFile(RepositoryPath.join(directory, name));
    }
}
