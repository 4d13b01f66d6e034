package io.github.fullstackmaven.build;

import io.github.fullstackmaven.check.BuiltPages;
import io.github.fullstackmaven.check.Page;
import io.github.fullstackmaven.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The built pages, exported from the image build. */
public final class Bundle implements BuiltPages {
    /** A larger file is no page that anybody would wait for. */
    static final long LARGEST = 32L * 1024 * 1024;

    /** All of them are looked at one after the other, and are in memory meanwhile. */
    private static final long LARGEST_TOGETHER = 192L * 1024 * 1024;

    private static final long LARGEST_MAP = 96L * 1024 * 1024;
    private static final int HEAD = 8_000;
    private static final Set<String> TEXT = Set.of("html", "htm", "js", "mjs", "cjs", "css");

    private final Path directory;
    private final List<Page> pages = new ArrayList<>();
    private final List<Finding> unread = new ArrayList<>();
    private long left = LARGEST_TOGETHER;

    private Bundle(Path directory) {
        this.directory = directory;
    }

    /** Reads every text file of an exported bundle, sorted by path. */
    public static Bundle read(Path directory) {
        Bundle bundle = new Bundle(directory);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(Files::isRegularFile).filter(Bundle::isText).sorted().toList()) {
                bundle.add(file);
            }
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    @Override
    public List<Finding> unread() {
        return List.copyOf(unread);
    }

    @Override
    public Optional<String> map(String path) {
        try {
            Path file = directory.resolve(path).normalize();
            boolean readable =
                    file.startsWith(directory)
                            && Files.isRegularFile(file)
                            && file.toRealPath().startsWith(directory.toRealPath())
                            && Files.size(file) <= LARGEST_MAP;
            return readable
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void add(Path file) throws IOException {
        String path = directory.relativize(file).toString().replace('\\', '/');
        long size = Files.size(file);
        if (size > LARGEST || size > left) {
            unread(path, "is " + size / 1024 / 1024 + " MiB large");
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        if (isBinary(bytes)) {
            unread(path, "is not text, whatever it is called,");
            return;
        }
        left -= size;
        pages.add(new Page(path, new String(bytes, StandardCharsets.UTF_8)));
    }

    private void unread(String path, String why) {
        unread.add(
                Finding.info(
                                "FS-ORIGIN-003",
                                why + " and was not looked at",
                                "nothing has to be done if it is meant to be among the pages")
                        .at(path));
    }

    private static boolean isBinary(byte... bytes) {
        for (int i = 0; i < Math.min(HEAD, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXT.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
