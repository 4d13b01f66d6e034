package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    private static List<String> found(String html) {
        return Markup.mentions(html).stream()
                .map(m -> m.use() + " " + m.address().shown())
                .toList();
    }

    @Test
    void whatADocumentLoadsIsFound() {
        assertThat(
                        found(
                                """
                                <!doctype html>
                                <base href="https://a.example/">
                                <link rel="stylesheet" href="https://b.example/x.css">
                                <link rel="preload" as="font" href="//c.example/x.woff2">
                                <script type="module" src="http://localhost:5173/@vite/client"></script>
                                <img src=https://d.example/x.png>
                                <iframe src="https://e.example/"></iframe>
                                <form action="https://f.example/search"></form>
                                <div style="background: url('https://g.example/x.png')"></div>
                                """))
                .containsExactly(
                        "BASE https://a.example/",
                        "STYLE https://b.example/x.css",
                        "FONT //c.example/x.woff2",
                        "SCRIPT http://localhost:5173/@vite/client",
                        "IMAGE https://d.example/x.png",
                        "FRAME https://e.example/",
                        "FORM https://f.example/search",
                        "IMAGE https://g.example/x.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='http://localhost:3000'>http://localhost:3000</a>",
                "<html xmlns='http://www.w3.org/1999/xhtml'>",
                "<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/></svg>",
                "<link rel='canonical' href='https://shop.example/'>",
                "<link rel='preconnect' href='https://fonts.example/'>",
                "<meta property='og:image' content='https://shop.example/x.png'>",
                "<!-- <script src='http://localhost:3000/x.js'></script> -->",
                "<script type='application/ld+json'>{\"@context\":\"https://schema.org\"}</script>",
                "<p>fetch('http://localhost:3000')</p>",
                "<script src='/x.js'></script><script src='x.js'></script>",
            })
    void linksNamespacesAndTextAreNot(String html) {
        assertThat(found(html)).isEmpty();
    }

    @Test
    void scriptsAndStylesWithinItAreReadAsSuchAndHaveTheirPlaceInTheFile() {
        String vue =
                """
                <template><p v-if="a < b">It's {{ town }}</p></template>
                <script setup lang="ts">
                const towns = await fetch('http://localhost:3000/api/towns')
                </script>
                <style>.a { background: url(https://b.example/x.png) }</style>
                """;
        List<Mention> mentions = Markup.mentions(vue);
        assertThat(mentions).extracting(Mention::use).containsExactly(Use.CONNECT, Use.IMAGE);
        assertThat(vue.substring(mentions.get(0).offset()))
                .startsWith("http://localhost:3000/api/towns'");
        assertThat(vue.substring(mentions.get(1).offset())).startsWith("https://b.example/x.png)");
    }

    @Test
    void anImportMapLoadsScripts() {
        assertThat(
                        found(
                                "<script type=importmap>{\"imports\":"
                                        + "{\"vue\": \"https://esm.example/vue\"}}</script>"))
                .containsExactly("SCRIPT https://esm.example/vue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>fetch('http://localhost:1/x')",
                "<style>a{b:url(http://localhost:1/x)",
                "<script src='http://localhost:1/x'",
                "<div <div <script>fetch('http://localhost:1/x')</div>",
                "\u0000\u0000<<<>>><script>",
                "<script",
            })
    void invalidMarkupIsReadAsFarAsItGoes(String html) {
        assertThat(found(html).size()).isLessThanOrEqualTo(1);
    }

    @Test
    void elementsWithinElementsWithoutEndAreRead() {
        assertThat(found("<div>".repeat(50_000) + "<img src='https://a.example/x'>"))
                .containsExactly("IMAGE https://a.example/x");
    }
}
