package org.example.sauna;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaunaTest {

    @Test
    void aSaunaIsColdFromTheHourThatItCloses() {
        Sauna sauna = new Sauna("Löyly", 95, 14, 18);
        assertThat(sauna.hotAt(17)).isTrue();
        assertThat(sauna.hotAt(18)).isFalse();
    }
}
