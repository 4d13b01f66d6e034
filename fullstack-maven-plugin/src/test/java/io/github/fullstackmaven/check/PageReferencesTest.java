package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.check.PageReferences.File;
import io.github.fullstackmaven.check.PageReferences.Kind;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PageReferencesTest {
    private static final URI PAGE = URI.create("http://shop.test:81/deep/page");

    @Test
    void filesAreWhatABrowserTakesThemFor() {
        PageReferences references =
                PageReferences.of(
                        "<link rel='icon icon' href=/i.svg><link rel=stylesheet href=a.css?v=1>"
                                + "<link rel=manifest href=/m.json><link rel=canonical href=/c>"
                                + "<link rel=preload as=font href=/f.woff2 crossorigin>"
                                + "<script src=../b.js></script><img src=data:x>"
                                + "<img src=https://cdn.test/x.png><video src=/v.mp4>",
                        PAGE);

        assertThat(references.files())
                .containsExactlyInAnyOrder(
                        new File("/i.svg", Kind.IMAGE),
                        new File("/deep/a.css?v=1", Kind.STYLE),
                        new File("/m.json", Kind.MANIFEST),
                        new File("/f.woff2", Kind.FONT),
                        new File("/b.js", Kind.SCRIPT),
                        new File("/v.mp4", Kind.OTHER));
    }

    @Test
    void linksAreThoseThatStayOnTheSite() {
        PageReferences references =
                PageReferences.of(
                        "<a href=/towns>a</a><a href=/towns#b>b</a><a href=#c>c</a><a href=..>d</a>"
                                + "<a href=https://other.test/>e</a><a href=mailto:a@b>f</a>"
                                + "<a href='javascript:x()'>g</a><a href=/x.pdf download>h</a>"
                                + "<a href='http://[broken'>i</a>",
                        PAGE);

        assertThat(references.pages()).containsExactly("/towns", "/");
    }

    @Test
    void theBaseOfAPageCounts() {
        assertThat(PageReferences.of("<base href=/app/><script src=a.js></script>", PAGE).files())
                .containsExactly(new File("/app/a.js", Kind.SCRIPT));
    }

    @Test
    void stylesReferToFontsAndImages() {
        assertThat(
                        PageReferences.ofStyles(
                                "@import url('more.css'); a{src:url( \"f.woff2?x#y\" )}"
                                        + "b{background:url(/i.png)}c{d:url(data:x)}e{f:url(#g)}",
                                URI.create("http://shop.test:81/assets/a.css")))
                .containsExactly(
                        new File("/assets/more.css", Kind.STYLE),
                        new File("/assets/f.woff2?x", Kind.FONT),
                        new File("/i.png", Kind.OTHER));
    }
}
