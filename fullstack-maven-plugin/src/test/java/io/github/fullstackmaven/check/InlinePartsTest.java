package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.PageNeeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class InlinePartsTest {
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    private static final String ALERT = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=";

    private static List<String> hashes(String html) {
        return needs(html).scripts();
    }

    private static PageNeeds needs(String html) {
        return InlineParts.of(List.of(new Page("index.html", html)));
    }

    @Test
    void hashesTheExactBytesOfAnInlineScript() {
        assertThat(hashes("<script>alert(1)</script>")).containsExactly(ALERT);
        assertThat(hashes("<script> alert(1)</script>")).isNotEqualTo(List.of(ALERT));
    }

    @Test
    void leavesOutScriptsWithASourceAndMereData() {
        assertThat(
                        hashes(
                                "<script src='/a.js'></script><script type='application/ld+json'>{}</script>"))
                .isEmpty();
    }

    @Test
    void countsModulesAndImportMaps() {
        assertThat(hashes("<script type=module>a</script><script type='importmap'>{}</script>"))
                .hasSize(2);
    }

    @Test
    void anyLineEndGivesTheHashThatTheBrowserSees() {
        assertThat(hashes("<script>a\r\nb</script>")).isEqualTo(hashes("<script>a\nb</script>"));
    }

    @Test
    void handlersStylesAndTheBaseOfAddressesAreFound() {
        // What Angular makes of a page.
        PageNeeds needs =
                needs(
                        "<base href=/><style>body{margin:0}</style>"
                                + "<link rel=stylesheet href=a.css media=print"
                                + " onload=\"this.media='all'\"><p style='color: red'>");

        assertThat(needs)
                .isEqualTo(
                        new PageNeeds(
                                List.of(),
                                List.of(InlineScripts.hash("this.media='all'")),
                                List.of(InlineScripts.hash("body{margin:0}")),
                                List.of(InlineScripts.hash("color: red")),
                                true));
        assertThat(needs("<p>one</p>")).isEqualTo(PageNeeds.NONE);
    }

    @Test
    void moreStylesThanAHeaderHasRoomForAreLeftOut() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            page.append("<p style='top: ").append(i).append("px'>");
        }
        assertThat(needs(page.toString()).styleAttributes()).isEmpty();
    }

    @Test
    void aScriptInACommentIsNoScript() {
        assertThat(hashes("<!-- <script>alert(1)</script> -->")).isEmpty();
    }
}
