package io.github.fullstackmaven.build;

import io.github.fullstackmaven.check.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The built pages, exported from the image build. */
final class Bundle {
    private static final Set<String> TEXT = Set.of("html", "htm", "js", "mjs", "cjs", "css");

    private Bundle() {}

    /** Reads every text file of an exported bundle, sorted by path. */
    static List<Page> read(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Page> pages = new ArrayList<>();
            for (Path file :
                    files.filter(Files::isRegularFile).filter(Bundle::isText).sorted().toList()) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                pages.add(
                        new Page(
                                path,
                                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXT.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
