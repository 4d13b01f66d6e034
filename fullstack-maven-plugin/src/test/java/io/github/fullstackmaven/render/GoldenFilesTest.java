package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.stages.ImageLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is rendered, byte for byte. {@code -Dgolden.update} writes the files anew; the difference is
 * then to be read before it is committed.
 */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/render");
    private static final RenderOptions RICH_OPTIONS =
            new RenderOptions(
                    "build/full stack",
                    new ImageLabels(
                            Optional.of("1.0 \"rc\" $1"),
                            Optional.of("0123abc"),
                            Optional.of("https://git.example/shop")),
                    Set.of("npmrc", "nobody-reads-it"));

    @Test
    void theArtefactsOfReactAndRustAreAsTheGoldenFiles() throws IOException {
        check("plain", Applications.plain(), RenderOptions.DEFAULT);
    }

    @Test
    void theArtefactsOfAnAwkwardApplicationAreAsTheGoldenFiles() throws IOException {
        check("rich", Applications.rich(), RICH_OPTIONS);
    }

    @Test
    void theArtefactsOfSeveralProcessesAreAsTheGoldenFiles() throws IOException {
        check("several", Applications.several(), RenderOptions.DEFAULT);
    }

    @Test
    void theArtefactsOfLayoutSplitAreAsTheGoldenFiles() throws IOException {
        Application split = Applications.withLayout(Applications.several(), Layout.SPLIT);

        check("split", split, RenderOptions.DEFAULT);
    }

    @Test
    void theComposeFileWithADatabaseIsAsTheGoldenFile() throws IOException {
        Application split = Applications.withLayout(Applications.several(), Layout.SPLIT);
        Application withDatabase = Applications.withAccessories(split, Applications.accessories());

        // Nothing else is rendered of them.
        check(
                "accessories",
                render(withDatabase, RenderOptions.DEFAULT).stream()
                        .filter(artefact -> artefact.path().equals("compose.yaml"))
                        .toList());
    }

    @Test
    void theArtefactsOfLinkedBinariesAreAsTheGoldenFiles() throws IOException {
        check("linked", Applications.linked(), RenderOptions.DEFAULT);
    }

    @Test
    void renderingTwiceGivesTheSameBytes() {
        assertThat(new Renderer(TemplateSet.builtIn()).render(Applications.rich(), RICH_OPTIONS))
                .isEqualTo(
                        new Renderer(TemplateSet.builtIn())
                                .render(Applications.rich(), RICH_OPTIONS));
    }

    private static void check(String name, Application application, RenderOptions options)
            throws IOException {
        check(name, render(application, options));
    }

    private static List<Artefact> render(Application application, RenderOptions options) {
        return new Renderer(TemplateSet.builtIn()).render(application, options);
    }

    private static void check(String name, List<Artefact> artefacts) throws IOException {
        Path directory = GOLDEN.resolve(name);
        if (System.getProperty("golden.update") != null) {
            write(directory, artefacts);
        }
        TreeMap<String, String> actual = new TreeMap<>();
        artefacts.forEach(artefact -> actual.put(artefact.path(), artefact.text()));
        TreeMap<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                expected.put(
                        directory.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file).replace("\r\n", "\n"));
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static void write(Path directory, List<Artefact> artefacts) throws IOException {
        for (Artefact artefact : artefacts) {
            Path file = directory.resolve(artefact.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, artefact.text());
        }
    }
}
