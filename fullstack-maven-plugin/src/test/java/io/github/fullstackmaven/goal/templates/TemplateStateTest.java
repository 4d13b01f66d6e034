package io.github.fullstackmaven.goal.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateStateTest {
    private static TemplateState of(String own, String copiedFrom, String builtIn) {
        return TemplateState.of(
                Optional.ofNullable(own),
                Optional.ofNullable(copiedFrom).map(Copied::digestOf),
                builtIn);
    }

    @Test
    void aChangeOfTheUsersIsToldFromOneOfOurs() {
        assertThat(of(null, null, "a")).isEqualTo(TemplateState.ABSENT);
        assertThat(of("a", "a", "a")).isEqualTo(TemplateState.SAME);
        assertThat(of("a", "a", "b")).isEqualTo(TemplateState.LEFT_BEHIND);
        assertThat(of("a!", "a", "a")).isEqualTo(TemplateState.CHANGED);
        assertThat(of("a!", "a", "b")).isEqualTo(TemplateState.BOTH_CHANGED);
        assertThat(of("a!", null, "b")).isEqualTo(TemplateState.UNKNOWN);
    }

    @Test
    void lineEndsOfWindowsAreNoChange() {
        assertThat(of("a\r\nb\r\n", "a\nb\n", "a\nb\n")).isEqualTo(TemplateState.SAME);
    }

    @Test
    void whatWasCopiedIsReadBack() {
        Copied copied = Copied.of("no line of its form\n").and("x.vm", "a").and("b.conf", "");
        assertThat(Copied.of(copied.text())).isEqualTo(copied);
        assertThat(copied.digest("x.vm")).contains(Copied.digestOf("a"));
    }
}
