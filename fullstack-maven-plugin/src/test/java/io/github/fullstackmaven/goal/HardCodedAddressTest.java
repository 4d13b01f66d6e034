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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drop-down that stayed empty: the page called the machine on which it was written. */
class HardCodedAddressTest {
    private static final String SOURCE = "frontend/src/TownSelect.tsx";

    @TempDir Path directory;

    private final Heard heard = new Heard();

    @BeforeEach
    void aRepository() throws IOException {
        write(
                "frontend/index.html",
                "<!doctype html><script type=module src=/src/main.tsx></script>");
        write(
                "frontend/package.json",
                """
                {"name": "pages", "version": "1.0.0", "scripts": {"build": "vite build"},
                 "devDependencies": {"vite": "^8.0.0"}}
                """);
        write(
                "frontend/package-lock.json",
                """
                {"name": "pages", "version": "1.0.0", "lockfileVersion": 3, "packages": {
                 "": {"name": "pages", "version": "1.0.0", "devDependencies": {"vite": "^8.0.0"}},
                 "node_modules/vite": {"version": "8.0.0"}}}
                """);
        write(
                "frontend/vite.config.ts",
                "export default { server: { proxy: { '/api': 'http://localhost:3000' } } }");
        write(
                SOURCE,
                """
                import { useEffect, useState } from 'react';

                // Not http://localhost:8080, which is the other one.
                export function TownSelect() {
                  const [towns, setTowns] = useState<Town[]>([]);
                  useEffect(() => {
                    fetch('http://localhost:3000/api/v1/towns/selection')
                      .then((answer) => answer.json())
                      .then(setTowns);
                  }, []);
                  return <a href="http://localhost:3000/help">It's here</a>;
                }
                """);
        new ShopRepository(directory).writeServer();
    }

    private void write(String path, String text) throws IOException {
        new ShopRepository(directory).write(path, text);
    }

    private String read(String path) throws IOException {
        return Files.readString(directory.resolve(path));
    }

    private Inputs inputs(String environment) {
        Map<String, String> typed = new HashMap<>(Map.of("fullstack.env", environment));
        Settings settings = Settings.of(typed, Map.of(), Map.of(), Map.of());
        Context context = new Context(directory, Optional.empty());
        Location location = Location.of(settings, context);
        return new Inputs(
                new RequestReader(settings, context, location).read(Structured.NONE), location);
    }

    private Detect detect() {
        return new Detect(Workshop.onThisMachine(heard));
    }

    @Test
    void inDevelopmentItIsSaidWithThePlaceAndAChangeIsSuggested() throws IOException {
        String before = read(SOURCE);
        detect().run(inputs("DEV"));

        assertThat(heard.lines())
                .filteredOn(line -> line.startsWith("FS-ORIGIN-"))
                .singleElement()
                .asString()
                .startsWith(
                        "FS-ORIGIN-001 "
                                + SOURCE
                                + ":7: this calls http://localhost:3000/api/v1/towns/selection"
                                + " (column 12), ");
        assertThat(heard.lines())
                .contains(
                        "-    fetch('http://localhost:3000/api/v1/towns/selection')",
                        "+    fetch('/api/v1/towns/selection')");
        assertThat(read("target/fullstack/fix.patch")).startsWith("--- a/" + SOURCE + "\n");
        assertThat(read("target/fullstack/plan.json")).contains("FS-ORIGIN-001");
        assertThat(read(SOURCE)).isEqualTo(before);
    }

    @Test
    void inProductionNothingIsBuiltFromIt() {
        assertThatThrownBy(() -> detect().run(inputs("PRO")))
                .isInstanceOf(FullstackException.class)
                .hasMessageContaining("FS-ORIGIN-001 " + SOURCE + ":7: ");
        assertThatThrownBy(() -> new Render(Workshop.onThisMachine(heard)).rendered(inputs("PRO")))
                .hasMessageContaining("FS-ORIGIN-001 " + SOURCE + ":7: ");
    }

    @Test
    void theFixMakesThatChangeAndNoOtherAndThenThereIsNothingLeftToSay() throws IOException {
        String before = read(SOURCE);
        detect().run(inputs("DEV"));
        detect().fix(inputs("DEV"));
        assertThat(read(SOURCE))
                .isEqualTo(before.replace("'http://localhost:3000/api/v1", "'/api/v1"));
        assertThat(heard.lines()).contains("Fixed " + SOURCE);

        heard.lines().clear();
        detect().run(inputs("PRO"));
        assertThat(heard.lines()).noneMatch(line -> line.contains("FS-ORIGIN"));
        assertThat(directory.resolve("target/fullstack/fix.patch")).doesNotExist();
        detect().fix(inputs("PRO"));
        assertThat(heard.lines()).last().isEqualTo("Nothing to fix: there is no change to suggest");
    }

    @Test
    void aFileThatIsNotInUtf8IsLeftAsItIs() throws IOException {
        byte[] latin = (read(SOURCE) + "// Städte\n").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(directory.resolve(SOURCE), latin);
        assertThatThrownBy(() -> detect().fix(inputs("DEV")))
                .hasMessageContaining("FS-FIX-001 " + SOURCE);
        assertThat(Files.readAllBytes(directory.resolve(SOURCE))).isEqualTo(latin);
    }

    @Test
    void aByteOrderMarkStays() throws IOException {
        write(SOURCE, "\uFEFF" + read(SOURCE));
        detect().fix(inputs("DEV"));
        assertThat(read(SOURCE)).startsWith("\uFEFFimport").contains("fetch('/api/v1");
    }
}
