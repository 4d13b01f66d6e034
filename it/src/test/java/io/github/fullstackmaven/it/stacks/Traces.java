package io.github.fullstackmaven.it.stacks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Looks for a text in bytes, as it is and in base64, packed or not. */
final class Traces {
    private final List<byte[]> patterns = new ArrayList<>();

    /** Traces of a text. */
    Traces(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        patterns.add(bytes);
        // In base64 a text looks in three ways, by where it starts; first and last group depend on
        // what is beside it.
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            patterns.add(
                    encoded.substring(4, encoded.length() - 4).getBytes(StandardCharsets.US_ASCII));
        }
    }

    boolean in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The files below a directory that have a trace, packed ones (gzip) looked into. */
    List<Path> below(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(this::inFile).toList();
        }
    }

    private boolean inFile(Path file) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            try (InputStream stream = packed ? new GZIPInputStream(raw) : raw) {
                return in(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads on with the end of the last piece before each next one, so that no border hides a
     * trace.
     */
    private boolean in(InputStream stream) throws IOException {
        int overlap = patterns.stream().mapToInt(p -> p.length).max().orElseThrow();
        byte[] buffer = new byte[1 << 20];
        int kept = 0;
        int read;
        while ((read = stream.readNBytes(buffer, kept, buffer.length - kept)) > 0) {
            int filled = kept + read;
            if (in(Arrays.copyOf(buffer, filled))) {
                return true;
            }
            kept = Math.min(overlap, filled);
            System.arraycopy(buffer, filled - kept, buffer, 0, kept);
        }
        return false;
    }

    private boolean in(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return patterns.stream()
                .anyMatch(p -> text.contains(new String(p, StandardCharsets.ISO_8859_1)));
    }
}
