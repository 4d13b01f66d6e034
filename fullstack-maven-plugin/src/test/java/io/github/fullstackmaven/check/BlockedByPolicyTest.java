package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.fullstackmaven.check.BlockedByPolicy.Blocked;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockedByPolicyTest {
    private static final URI PAGE = URI.create("http://shop.test:81/deep/");
    private static final String STRICT =
            "default-src 'self'; base-uri 'none'; form-action 'self'; img-src 'self' data:;"
                    + " script-src 'self'; style-src 'self'";

    @Test
    void aPageOfFilesOfItsOwnIsLeftAlone() {
        assertThat(
                        in(
                                "<link rel=stylesheet href=../a.css><script src=/a.js></script>"
                                        + "<img src=data:image/png,x><form action=/send></form>"
                                        + "<script type=application/json>{}</script>"
                                        + "<a href=https://other.test>link</a>",
                                STRICT))
                .isEmpty();
    }

    @Test
    void whatIsInlineIsBlockedUnlessItsHashIsThere() {
        String script = "window.x = 1";
        String hash = InlineScripts.hash(script);

        assertThat(in("<script>" + script + "</script>", STRICT))
                .extracting(Blocked::directive, Blocked::code)
                .containsExactly(tuple("script-src", true));
        assertThat(in("<script>" + script + "</script>", "script-src '" + hash + "'")).isEmpty();
    }

    @Test
    void eachKindIsTold() {
        List<Blocked> blocked =
                in(
                        "<base href=/app/><script src=https://cdn.test/x.js></script>"
                                + "<link rel='preload stylesheet' href=https://cdn.test/x.css>"
                                + "<style>b{}</style><p style='a:b' onclick='x()'>"
                                + "<img src=http://localhost:3000/a.png>"
                                + "<iframe src=https://frames.test/></iframe>"
                                + "<form action=https://other.test/></form>",
                        STRICT);

        assertThat(blocked)
                .extracting(Blocked::directive)
                .containsExactlyInAnyOrder(
                        "base-uri",
                        "script-src-elem",
                        "style-src-elem",
                        "img-src",
                        "frame-src",
                        "form-action",
                        "style-src",
                        "style-src",
                        "script-src");
        assertThat(blocked).extracting(Blocked::what).anyMatch(w -> w.contains("localhost:3000"));
    }

    @Test
    void attributesPassByTheirHashes() {
        String page = "<p style='a: b' onclick='x()'>";
        String hashed =
                "script-src-attr 'unsafe-hashes' '"
                        + InlineScripts.hash("x()")
                        + "'; style-src-attr 'unsafe-hashes' '"
                        + InlineScripts.hash("a: b")
                        + "'";

        assertThat(in(page, hashed)).isEmpty();
        assertThat(in(page, hashed.replace("'unsafe-hashes' ", ""))).hasSize(2);
        assertThat(in(page + "<p style='c: d' onclick='y()'>", hashed)).hasSize(2);
    }

    @Test
    void whatIsNoPageHasNothing() {
        assertThat(in("\0\u0001<<<>>%PNG <script src='::not a url'>", STRICT)).isEmpty();
        assertThat(in("", STRICT)).isEmpty();
    }

    private static List<Blocked> in(String html, String policy) {
        return BlockedByPolicy.in(html, PAGE, ServedPolicy.of(policy));
    }
}
