package io.github.fullstackmaven.build;

import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.host.PrivateState;
import io.github.fullstackmaven.render.RenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sees to it that what read a build secret is done again when that is another one; by themselves
 * builders take no notice. A version stands for the secret's value in a directory that the reading
 * step is shown and no layer keeps. It is a hash with a key that only this user has, so that nobody
 * can tell from it, by trying, what the secret is.
 */
final class SecretVersions {
    private static final String ALGORITHM = "HmacSHA256";

    private final FileStore files;
    private final PrivateState state;
    private final Map<String, String> versions = new TreeMap<>();

    /**
     * Takes what they are made of.
     *
     * @param secrets id to absolute path
     */
    SecretVersions(FileStore files, PrivateState state, Map<String, String> secrets) {
        this.files = files;
        this.state = state;
        if (!secrets.isEmpty()) {
            byte[] key = state.key();
            secrets.forEach((id, file) -> versions.put(id, version(key, id, Path.of(file))));
        }
    }

    /** Returns true when an image is known to be made with other secrets. */
    boolean differFrom(String image) {
        return state.read(record(image)).filter(made -> !made.equals(text())).isPresent();
    }

    /** Remembers what an image was made with. */
    void keep(String image) {
        if (!versions.isEmpty()) {
            state.keep(record(image), text());
        }
    }

    /** Writes a directory for each, and returns the stages whose place they take. */
    Map<String, String> directories(Path output, RenderOptions options) {
        Map<String, String> directories = new TreeMap<>();
        versions.forEach(
                (id, version) -> {
                    Path directory = output.resolve("secrets").resolve(id);
                    files.write(directory.resolve("version"), version + "\n");
                    directories.put(options.secretTarget(id), directory.toString());
                });
        return directories;
    }

    private String text() {
        return versions.entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String record(String image) {
        return new Fingerprint().add("image", image).hex();
    }

    private static String version(byte[] key, String id, Path file) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
