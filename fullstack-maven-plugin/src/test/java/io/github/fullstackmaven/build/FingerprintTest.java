package io.github.fullstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir Path directory;

    @Test
    void theSameFilesHaveTheSameHash() throws IOException {
        Path one = Files.writeString(directory.resolve("one"), "text");
        Path two = Files.writeString(directory.resolve("two"), "text");
        assertThat(new Fingerprint().add("f", one).hex())
                .isEqualTo(new Fingerprint().add("f", two).hex());
        assertThat(new Fingerprint().add("f", one).hex())
                .isEqualTo(new Fingerprint().add("f", "text").hex());
    }

    @Test
    void anotherByteOrAnotherNameIsAnotherHash() {
        String hash = new Fingerprint().add("a", "1").hex();
        assertThat(new Fingerprint().add("a", "2").hex()).isNotEqualTo(hash);
        assertThat(new Fingerprint().add("b", "1").hex()).isNotEqualTo(hash);
    }

    @Test
    void textsDoNotRunIntoEachOther() {
        assertThat(new Fingerprint().add("a", "xy").add("b", "").hex())
                .isNotEqualTo(new Fingerprint().add("a", "x").add("b", "y").hex());
    }
}
