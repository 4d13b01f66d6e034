package io.github.fullstackmaven.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of everything that an image is made of. Two clones with the same files have the same one,
 * so that an image that is there need not be built again, whoever built it.
 */
final class Fingerprint {
    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a named text. The lengths keep two texts from being taken for one. */
    Fingerprint add(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header(name, bytes.length);
        digest.update(bytes);
        return this;
    }

    /** Adds a file under a name that is the same in every clone. */
    Fingerprint add(String name, Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            header(name, Files.size(file));
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the hash as lower case hexadecimal digits; may be asked once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void header(String name, long length) {
        digest.update((name + "\0" + length + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
