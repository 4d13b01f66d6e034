package io.github.fullstackmaven.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateStateTest {
    @TempDir Path directory;

    @Test
    void theKeyStaysTheSame() {
        byte[] key = state().key();

        assertThat(key).hasSize(32);
        assertThat(state().key()).isEqualTo(key);
        assertThat(new PrivateState(directory.resolve("other")).key()).isNotEqualTo(key);
    }

    @Test
    void whatIsKeptIsReadAgain() {
        assertThat(state().read("shop")).isEmpty();
        state().keep("shop", "npmrc 1");
        state().keep("shop", "npmrc 2");

        assertThat(state().read("shop")).contains("npmrc 2");
    }

    @Test
    void nobodyElseCanRead() throws IOException {
        state().key();
        state().keep("shop", "npmrc 1");

        try (Stream<Path> all = Files.walk(directory.resolve("state"))) {
            assertThat(all)
                    .hasSize(3)
                    .allSatisfy(
                            path ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(path)))
                                            .endsWith("------"));
        }
    }

    @Test
    void whereNothingCanBeKeptNothingIsRemembered() throws IOException {
        Files.writeString(directory.resolve("file"), "");
        PrivateState nowhere = new PrivateState(directory.resolve("file/state"));
        nowhere.keep("shop", "npmrc 1");

        assertThat(nowhere.read("shop")).isEmpty();
        assertThat(nowhere.key()).hasSize(32).isNotEqualTo(nowhere.key());
    }

    private PrivateState state() {
        return new PrivateState(directory.resolve("state"));
    }
}
