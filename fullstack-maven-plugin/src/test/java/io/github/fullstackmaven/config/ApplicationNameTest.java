package io.github.fullstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "shop, shop",
                "My Shop, my-shop",
                "Tom & Jerry's \"Shop\", tom-jerry-s-shop",
                "Café Übergröße, cafe-ubergrosse",
                "2048-game, game",
                "--x--, x",
                "магазин, app",
                "商店 2, app",
                "a</b>, a-b"
            })
    void isMadeOfWhatContainersAndHostNamesTake(String text, String name) {
        assertThat(ApplicationName.of(text)).isEqualTo(name);
    }

    @Test
    void isCutWhereItWouldBeTooLongAndNotAtAHyphen() {
        assertThat(ApplicationName.of("a".repeat(39) + "-b")).isEqualTo("a".repeat(39));
        assertThat(ApplicationName.of("a".repeat(300))).hasSize(40);
    }
}
