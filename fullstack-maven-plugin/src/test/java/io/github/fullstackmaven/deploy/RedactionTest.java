package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static String redacted(String value, String line) {
        Application application = Examples.application(Optional.of("shop.test"), List.of(), value);
        return Redaction.of(application).of(line);
    }

    @Test
    void hidesValuesOfFilesOfVariables() {
        assertThat(redacted("hunter-2", "password is hunter-2!")).isEqualTo("password is ***!");
    }

    @Test
    void hidesEachLineOfAValueOfSeveral() {
        assertThat(redacted("-----BEGIN\nabcdefgh\n", "got abcdefgh")).isEqualTo("got ***");
    }

    @Test
    void leavesShortValuesSinceTheyAreInEveryWord() {
        assertThat(redacted("on", "done")).isEqualTo("done");
    }
}
