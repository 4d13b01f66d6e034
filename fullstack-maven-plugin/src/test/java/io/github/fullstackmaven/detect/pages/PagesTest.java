package io.github.fullstackmaven.detect.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.PagesFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    private final MemoryTree tree = new MemoryTree();

    private Answer answer(String directory) {
        Detector detector = new Detector(tree);
        Site site =
                detector.survey().sites().stream()
                        .filter(s -> s.path().equals(directory))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("nothing at " + directory));
        return detector.look(site, Hints.NONE);
    }

    private List<String> findings(String directory) {
        return answer(directory).findings().stream().map(Finding::id).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hugo.toml | baseURL = 'https://x.example/' | public",
                "hugo.yaml | publishDir: ./out/ | out",
                "config.toml | baseURL = 'https://x.example/' | public",
            })
    void hugoMakesPagesThatWorkUnderAnyName(String file, String text, String output) {
        tree.with("site/" + file, text);
        Service site = answer("site").service();
        assertThat(site.framework()).contains("hugo");
        assertThat(site.build()).containsExactly("hugo --minify --baseURL /");
        assertThat(site.output()).contains(output);
        assertThat(((PagesFacts) site.facts()).packages()).contains("hugo");
        assertThat(findings("site")).isEmpty();
    }

    @Test
    void jekyllComesWithThePluginsThatAreAskedFor() {
        tree.with(
                        "site/_config.yml",
                        "destination: out\nplugins:\n  - jekyll-feed\ntheme: minima\n")
                .with("site/index.md", "");
        Service site = answer("site").service();
        assertThat(site.output()).contains("out");
        assertThat(((PagesFacts) site.facts()).packages())
                .containsExactly("jekyll", "jekyll-theme-minima", "ruby-jekyll-feed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_config.yml | plugins: [my-own-plugin] | index.md",
                "hugo.toml | baseURL = '/' | package.json",
                "hugo.toml | baseURL = '/' | go.mod",
                "config.toml | base_url = '/' | content/x.md",
            })
    void whatDebianCannotMakeNeedsADockerfile(String file, String text, String other) {
        tree.with("site/" + file, text)
                .with("site/templates/index.html", "")
                .with("site/content/a.md", "")
                .with("site/" + other, "{}");
        assertThat(
                        new Detector(tree)
                                .survey().sites().stream()
                                        .filter(site -> site.ecosystem().id().equals("static")))
                .singleElement()
                .satisfies(
                        site -> {
                            assertThat(site.buildable()).isFalse();
                            assertThat(new Detector(tree).look(site, Hints.NONE).findings())
                                    .extracting(Finding::id)
                                    .containsExactly("FS-DETECT-010");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"root: dist | dist", "root: ./dist/ | dist", "root: ../x | .", "x: y | ."})
    void aStaticfileNamesTheDirectoryOfThePages(String text, String output) {
        tree.with("any/Staticfile", text).with("any/dist/index.html", "");
        assertThat(answer("any").service().output().orElse(".")).isEqualTo(output);
        assertThat(answer("any").service().kind().id()).isEqualTo("static-frontend");
    }

    @ParameterizedTest
    @CsvSource({
        "hugo.toml, [",
        "hugo.yaml, a: [",
        "_config.yml, []",
        "hugo.json, 7",
        "Staticfile, root:"
    })
    void rubbishIsNoFault(String file, String text) {
        tree.with("site/" + file, text).with("site/index.md", "");
        new Detector(tree)
                .survey()
                .sites()
                .forEach(site -> assertThat(new Detector(tree).look(site, Hints.NONE)).isNotNull());
    }
}
