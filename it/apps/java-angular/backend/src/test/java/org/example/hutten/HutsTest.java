package org.example.hutten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HutsTest {

    @Test
    void aBookingTakesBeds() {
        Huts huts = new Huts();
        huts.book(1, 4);
        assertThat(huts.find(1)).map(Hut::free).contains(7);
    }

    @Test
    void nobodySleepsOnTheFloor() {
        assertThatThrownBy(() -> new Huts().book(4, 1)).hasMessageContaining("not enough beds");
    }
}
