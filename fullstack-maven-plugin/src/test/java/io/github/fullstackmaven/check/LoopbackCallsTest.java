package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackCallsTest {
    @Test
    void namesFileLineAndAddress() {
        Page page =
                new Page(
                        "assets/index.js",
                        "const a=1;\nfetch(\"http://localhost:3000/api/towns\")");
        assertThat(LoopbackCalls.in(List.of(page)))
                .singleElement()
                .satisfies(
                        f -> {
                            assertThat(f.id()).isEqualTo("FS-ORIGIN-001");
                            assertThat(f.file()).contains("assets/index.js");
                            assertThat(f.line()).hasValue(2);
                            assertThat(f.message())
                                    .contains("http://localhost:3000/api/towns (column 8)");
                        });
    }

    @Test
    void aBareHostIsTheBaseOfAPathParserAndNoCall() {
        assertThat(LoopbackCalls.in(List.of(new Page("a.js", "new URL(p,\"http://localhost\")"))))
                .isEmpty();
    }

    @Test
    void sourceMapsAreNotTheBundle() {
        assertThat(LoopbackCalls.in(List.of(new Page("a.js.map", "http://localhost:3000"))))
                .isEmpty();
    }
}
