package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The repository's flake builds, as it is: by its package, or in its development shell. What the
 * program refers to in the store is in the image, and nothing else of the store is.
 */
@Tag("stacks")
class NixIT {
    @ParameterizedTest
    @CsvSource({
        "nix-hello, /app/backend, interpreter tides tides.pl",
        "nix-shell, /app/backend, interpreter",
    })
    void theClosureComesAlong(String sample, String program, String closure) throws IOException {
        Stack stack =
                Stack.all().stream().filter(s -> s.name().equals(sample)).findFirst().orElseThrow();
        try (StackOnAir copy = new StackOnAir(stack)) {
            Map<String, String> sources = copy.sources();
            copy.type("build").succeeded();

            assertThat(copy.sources()).as("flake.nix, and no flake.lock").isEqualTo(sources);
            assertThat(copy.inTheImage("ls /nix/store").lines().map(NixIT::withoutHash).sorted())
                    .containsExactly(closure.split(" "));
            assertThat(copy.inTheImage("cat " + program)).contains("/nix/store/");
            assertThat(copy.inTheImage("command -v nix perl || echo none")).isEqualTo("none");
        }
    }

    /** A store path begins with 32 characters and a hyphen. */
    private static String withoutHash(String path) {
        return path.substring(33);
    }
}
