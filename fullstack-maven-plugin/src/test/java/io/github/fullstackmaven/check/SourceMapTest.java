package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceMapTest {
    private static SourceMap map(String mappings) {
        return SourceMap.parse(
                        "{\"version\":3,\"sourceRoot\":\"r\",\"sources\":[\"a.ts\",null,\"b.ts\"],"
                                + "\"sourcesContent\":[\"x\",{\"y\":[]}],\"names\":[],\"mappings\":\""
                                + mappings
                                + "\"}")
                .orElseThrow();
    }

    @Test
    void aPlaceIsThatOfTheLastMappingBeforeIt() {
        // Column 0 is a.ts:1; column 8 is b.ts:3; in the second line column 4 is a.ts:4.
        SourceMap map = map("AAAA,QEEA;IFCA");
        assertThat(map.original(1, 1)).contains(new SourceMap.Original("r/a.ts", 1));
        assertThat(map.original(1, 8)).contains(new SourceMap.Original("r/a.ts", 1));
        assertThat(map.original(1, 9)).contains(new SourceMap.Original("r/b.ts", 3));
        assertThat(map.original(1, 900)).contains(new SourceMap.Original("r/b.ts", 3));
        assertThat(map.original(2, 1)).isEmpty();
        assertThat(map.original(2, 5)).contains(new SourceMap.Original("r/a.ts", 4));
        assertThat(map.original(9, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "A",
                "!!!!",
                "AAAAAAAAAA",
                "gggggggggg",
                "AZAA",
                "AAZA",
                "é",
                "AA*A"
            })
    void mappingsThatAreBrokenSayNothingOrWhatIsLeft(String mappings) {
        assertThat(map(mappings).original(1, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"sources\":[",
                "{\"sources\":[]}",
                "{\"mappings\":\"AAAA\"}",
                "<!doctype html>",
                "{\"sources\":{\"a\":1},\"mappings\":[]}"
            })
    void whatIsNoMapIsNone(String text) {
        assertThat(SourceMap.parse(text)).isEmpty();
    }

    @Test
    void aMapOfAnyLengthIsReadInOneGo() {
        SourceMap map = map("AAAA,".repeat(2_000_000));
        assertThat(map.original(1, 5)).contains(new SourceMap.Original("r/a.ts", 1));
    }
}
