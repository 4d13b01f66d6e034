package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StylesTest {
    private static List<String> found(String css) {
        return Styles.mentions(css, 0, css.length()).stream()
                .map(m -> m.use() + " " + m.address().shown())
                .toList();
    }

    @Test
    void whatAStyleSheetLoadsIsFound() {
        assertThat(
                        found(
                                """
                                @charset "utf-8";
                                @import "https://a.example/x.css" screen;
                                @import url(https://b.example/y.css);
                                @font-face { font-family: x; src: url("https://c.example/x.woff2") }
                                .a { background: no-repeat URL( 'https://d.example/x.png' ) }
                                .b{mask:url(//e.example/x.svg)}
                                """))
                .containsExactly(
                        "STYLE https://a.example/x.css",
                        "STYLE https://b.example/y.css",
                        "FONT https://c.example/x.woff2",
                        "IMAGE https://d.example/x.png",
                        "IMAGE //e.example/x.svg");
    }

    @Test
    void namespacesCommentsTextsAndDataAreNot() {
        assertThat(
                        found(
                                """
                                @namespace svg url(http://www.w3.org/2000/svg);
                                /* url(http://localhost:3000/x) */
                                .a::after { content: "http://localhost:3000" }
                                .b { background: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E") }
                                .c { background: url(/x.png) url(#y) }
                                """))
                .isEmpty();
    }

    @Test
    void whatIsLeftOpenEnds() {
        assertThat(found("a{b:url(\"https://a.example/x")).hasSize(1);
        assertThat(found("a{b:url(")).isEmpty();
        assertThat(found("/*")).isEmpty();
        assertThat(found("@import '")).isEmpty();
        assertThat(found("'\\")).isEmpty();
    }
}
