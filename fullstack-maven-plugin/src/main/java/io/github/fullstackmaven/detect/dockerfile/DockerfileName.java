package io.github.fullstackmaven.detect.dockerfile;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;

/** What a Dockerfile is called; podman and buildah know it by a second name. */
public final class DockerfileName {
    private static final List<String> NAMES = List.of("Dockerfile", "Containerfile");

    private DockerfileName() {}

    /** Returns the file of a directory. */
    public static Optional<String> in(Tree tree, String directory) {
        return NAMES.stream()
                .map(name -> RepositoryPath.join(directory, name))
                .filter(tree::isFile)
                .findFirst();
    }

    /** Returns the file of a directory, under its first name where there is none. */
    public static String of(Tree tree, String directory) {
        return in(tree, directory).orElse(RepositoryPath.join(directory, NAMES.get(0)));
    }
}
