package io.github.fullstackmaven.it.deployment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A {@code PATH} on which some programs are missing and every other one is there. */
final class Tools {
    private Tools() {}

    static String without(String one, String other, Path links) throws IOException {
        Set<String> missing = Set.of(one, other);
        for (String entry : System.getenv("PATH").split(File.pathSeparator)) {
            Path directory = Path.of(entry);
            if (!Files.isDirectory(directory)) {
                continue;
            }
            try (var programs = Files.newDirectoryStream(directory)) {
                for (Path program : programs) {
                    Path link = links.resolve(program.getFileName());
                    if (!missing.contains(program.getFileName().toString())
                            && !Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                        Files.createSymbolicLink(link, program);
                    }
                }
            }
        }
        return links.toString();
    }
}
