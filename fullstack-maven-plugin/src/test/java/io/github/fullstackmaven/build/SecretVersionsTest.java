package io.github.fullstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.host.PrivateState;
import io.github.fullstackmaven.render.RenderOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretVersionsTest {
    private static final String IMAGE = "shop:1";

    @TempDir Path directory;

    private Path secret;

    @BeforeEach
    void write() throws IOException {
        secret = directory.resolve("npmrc");
        Files.writeString(secret, "1234");
    }

    @Test
    void theSameSecretHasTheSameVersionInEveryClone() throws IOException {
        assertThat(versionIn("one")).isEqualTo(versionIn("other"));
    }

    @Test
    void anotherSecretHasAnotherVersion() throws IOException {
        String before = versionIn("one");
        Files.writeString(secret, "1235");

        assertThat(versionIn("one")).isNotEqualTo(before);
    }

    @Test
    void whoHasNotTheKeyCannotTellAShortSecretByTrying() throws Exception {
        String version = versionIn("one");
        for (String tried : new String[] {"1234", "npmrc\u00001234"}) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(tried.getBytes(StandardCharsets.UTF_8));
            assertThat(version).doesNotContain(HexFormat.of().formatHex(digest));
        }
        SecretVersions ofAnother =
                new SecretVersions(
                        new FileStore(),
                        new PrivateState(directory.resolve("of-another")),
                        secrets());
        assertThat(version(ofAnother, "another")).isNotEqualTo(version);
    }

    @Test
    void theStageOfTheSecretIsReplaced() {
        assertThat(versions().directories(directory, RenderOptions.DEFAULT))
                .isEqualTo(Map.of("secret-npmrc", directory.resolve("secrets/npmrc").toString()));
    }

    @Test
    void anImageThatNobodyKnowsOfIsTakenAsItIs() {
        assertThat(versions().differFrom(IMAGE)).isFalse();
    }

    @Test
    void anImageIsKnownByWhatItWasMadeWith() throws IOException {
        versions().keep(IMAGE);
        assertThat(versions().differFrom(IMAGE)).isFalse();

        Files.writeString(secret, "1235");
        assertThat(versions().differFrom(IMAGE)).isTrue();
        assertThat(versions().differFrom("shop:2")).isFalse();
    }

    @Test
    void withoutSecretsNothingIsKept() {
        SecretVersions none = new SecretVersions(new FileStore(), state(), Map.of());
        none.keep(IMAGE);

        assertThat(none.directories(directory, RenderOptions.DEFAULT)).isEmpty();
        assertThat(directory.resolve("state")).doesNotExist();
    }

    private SecretVersions versions() {
        return new SecretVersions(new FileStore(), state(), secrets());
    }

    private PrivateState state() {
        return new PrivateState(directory.resolve("state"));
    }

    private Map<String, String> secrets() {
        return Map.of("npmrc", secret.toString());
    }

    private String versionIn(String clone) throws IOException {
        return version(versions(), clone);
    }

    private String version(SecretVersions versions, String clone) throws IOException {
        Path output = directory.resolve(clone);
        versions.directories(output, RenderOptions.DEFAULT);
        return Files.readString(output.resolve("secrets/npmrc/version")).strip();
    }
}
