package io.github.fullstackmaven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.config.Context;
import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.config.Structured;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.report.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitTest {
    @TempDir Path directory;

    private final Heard heard = new Heard();
    private Path repository;

    @BeforeEach
    void aRepository() throws IOException {
        repository = directory.resolve("shop");
        write("frontend/index.html", "<!doctype html><title>Shop</title>");
        write(
                "frontend/package.json",
                """
                {"name": "pages", "version": "0.0.0", "scripts": {"build": "vite build"},
                 "devDependencies": {"vite": "^8.0.0"}}
                """);
        new ShopRepository(repository).writeServer();
    }

    private void write(String path, String text) throws IOException {
        new ShopRepository(repository).write(path, text);
    }

    private void init(String... namesAndValues) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.put("fullstack." + namesAndValues[i], namesAndValues[i + 1]);
        }
        Settings settings = Settings.of(typed, Map.of(), Map.of(), Map.of());
        Context context = new Context(repository, Optional.empty());
        Location location = Location.of(settings, context);
        Inputs inputs =
                new Inputs(
                        new RequestReader(settings, context, location).read(Structured.NONE),
                        location);
        Init init = new Init(Workshop.onThisMachine(heard), "0.1.0");
        if (typed.containsKey("fullstack.dryRun")) {
            init.dryRun(inputs, settings.typed());
        } else {
            init.run(inputs, settings.typed());
        }
    }

    private Model pom() throws Exception {
        try (var in = Files.newInputStream(repository.resolve("pom.xml"))) {
            return new MavenXpp3Reader().read(in);
        }
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(repository)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(f -> repository.relativize(f).toString())
                    .toList()
                    .stream();
        }
    }

    @Test
    void writesAPomThatSaysOnlyWhatIsNotFoundAgain() throws Exception {
        init();

        Model pom = pom();
        assertThat(pom.getArtifactId()).isEqualTo("shop");
        assertThat(pom.getVersion()).isEqualTo("1.4.0");
        assertThat(pom.getPackaging()).isEqualTo("fullstack");
        assertThat(pom.getProperties()).isEmpty();
        assertThat(pom.getBuild().getPlugins()).hasSize(1);
        assertThat(pom.getBuild().getPlugins().get(0).getVersion()).isEqualTo("0.1.0");
        assertThat(pom.getBuild().getPlugins().get(0).isExtensions()).isTrue();
        assertThat(Files.readAllLines(repository.resolve("pom.xml")).size()).isBetween(20, 35);
    }

    @Test
    void touchesNothingElse() throws Exception {
        var before = files().toList();
        init();
        assertThat(files().filter(f -> !f.equals("pom.xml"))).containsExactlyElementsOf(before);
    }

    @Test
    void aSecondRunChangesNothingAndSaysSo() throws Exception {
        init();
        byte[] first = Files.readAllBytes(repository.resolve("pom.xml"));
        write("pom.xml", Files.readString(repository.resolve("pom.xml")) + "<!-- mine -->\n");
        init("backendPort", "4000");
        assertThat(Files.readString(repository.resolve("pom.xml"))).endsWith("<!-- mine -->\n");
        assertThat(first.length).isLessThan((int) Files.size(repository.resolve("pom.xml")));
        assertThat(heard.lines())
                .last()
                .asString()
                .startsWith("Nothing changed: ")
                .endsWith("pom.xml is there and names this plugin");
    }

    @Test
    void whatWasTypedAndDiffersFromTheDefaultsIsWrittenAsProperties() throws Exception {
        init("backendPort", "4000", "httpPort", "8080", "env", "PRO", "strict", "false");
        assertThat(pom().getProperties())
                .containsOnly(
                        Map.entry("fullstack.backendPort", "4000"),
                        Map.entry("fullstack.env", "PRO"),
                        Map.entry("fullstack.strict", "false"));
    }

    @Test
    void aNameThatWasTypedIsTheArtifactId() throws Exception {
        init("name", "corner-shop");
        assertThat(pom().getArtifactId()).isEqualTo("corner-shop");
        assertThat(pom().getName()).isEqualTo("shop");
        assertThat(pom().getProperties()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "My Shop, my-shop",
                "Tom & Jerry's \"Shop\" <1>, tom-jerry-s-shop-1",
                "]]>--!, app",
                "Café Übergröße, cafe-ubergrosse",
                "магазин, app",
                "$x #if ${y}, x-if-y",
            })
    void anyDirectorysNameGivesAValidPom(String name, String artifactId) throws Exception {
        Path renamed = directory.resolve(name);
        Files.move(repository, renamed);
        repository = renamed;
        init();
        assertThat(pom().getArtifactId()).isEqualTo(artifactId);
        assertThat(pom().getName()).isIn(name, null);
    }

    @Test
    void aPomOfSomebodyElseIsNeverOverwritten() throws Exception {
        String theirs =
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>"
                        + "<artifactId>a</artifactId><version>1</version></project>";
        write("pom.xml", theirs);
        assertThatThrownBy(this::init)
                .isInstanceOf(FullstackException.class)
                .hasMessageContaining("FS-INIT-001 pom.xml: ")
                .hasMessageContaining("never overwritten");
        assertThat(Files.readString(repository.resolve("pom.xml"))).isEqualTo(theirs);
        assertThat(heard.lines()).contains("  <artifactId>fullstack-maven-plugin</artifactId>");
    }

    @Test
    void aPomThatCannotBeReadIsNotOverwrittenEither() throws Exception {
        write("pom.xml", "<project");
        assertThatThrownBy(this::init).hasMessageContaining("FS-INIT-001");
        assertThat(Files.readString(repository.resolve("pom.xml"))).isEqualTo("<project");
    }

    @Test
    void whereThereIsNothingToDeployNothingIsWritten() throws Exception {
        repository = Files.createDirectory(directory.resolve("empty"));
        assertThatThrownBy(this::init).hasMessageContaining("FS-DETECT-002");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasTypedAndIsWrongIsNotWrittenDown() throws Exception {
        assertThatThrownBy(() -> init("frontendDir", "nowhere"))
                .hasMessageContaining("fullstack.frontendDir");
        assertThat(repository.resolve("pom.xml")).doesNotExist();
    }

    @Test
    void aChoiceMadeForANameIsWrittenDown() throws Exception {
        write("admin/index.html", "<!doctype html>");
        write("admin/package.json", Files.readString(repository.resolve("frontend/package.json")));
        init();
        assertThat(pom().getProperties()).containsEntry("fullstack.frontendDir", "frontend");
        assertThat(heard.lines()).noneMatch(line -> line.contains("FS-DETECT-006"));
    }

    @Test
    void whatHasToBeDecidedIsInTheReportAndInThePom() throws Exception {
        Files.delete(repository.resolve("backend/src/main.rs"));
        write("backend/src/bin/one.rs", "fn main() {}");
        write("backend/src/bin/two.rs", "fn main() {}");
        init();
        assertThat(Files.readString(repository.resolve("pom.xml")))
                .contains("<!-- <fullstack.backendStart></fullstack.backendStart> -->");
        assertThat(heard.lines()).anyMatch(line -> line.contains("FS-RUST-002"));
        assertThat(heard.lines()).last().asString().endsWith("once that is settled");
    }

    @Test
    void aDryRunPrintsThePomAndWritesNone() throws Exception {
        init("dryRun", "true");
        assertThat(repository.resolve("pom.xml")).doesNotExist();
        assertThat(heard.lines()).contains("  <packaging>fullstack</packaging>");
    }
}
