package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InlineScriptsTest {
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    private static final String ALERT = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=";

    private static List<String> hashes(String html) {
        return InlineScripts.hashes(List.of(new Page("index.html", html)));
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
    void aScriptInACommentIsNoScript() {
        assertThat(hashes("<!-- <script>alert(1)</script> -->")).isEmpty();
    }
}
