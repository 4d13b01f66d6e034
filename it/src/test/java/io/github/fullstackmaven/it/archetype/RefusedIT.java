package io.github.fullstackmaven.it.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.maven.SideBySide;
import io.github.fullstackmaven.it.sample.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the archetype does not take: the property is named, with a value that it would take, and
 * nothing is left.
 */
class RefusedIT {
    @TempDir Path directory;

    @ParameterizedTest
    @SideBySide
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    artifactId | Café "Zoë" & Co | -DartifactId=cafe-zoe-co
                    groupId    | com.exa mple   | -DgroupId=com.example
                    version    | 1.0</version>  | -Dversion=1.0-SNAPSHOT
                    frontend   | ember          | -Dfrontend=vue
                    backend    | Rust           | -Dbackend=rust
                    package    | com.example.new | -Dpackage=com.example.new_
                    """)
    void aValueThatWouldNotWork(String property, String value, String remedy) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        properties.put("artifactId", "it-refused");
        properties.put("backend", "java");
        properties.put(property, value);

        MavenRun run = generate(properties);

        assertThat(error(run)).contains(property + " is \"" + value + "\"", remedy);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @SideBySide
    void aDirectoryWithFilesOfSomebodyElse() throws IOException {
        Path theirs = Files.createDirectories(directory.resolve("it-refused/frontend/src"));
        Files.writeString(theirs.resolve("App.tsx"), "theirs");
        SortedMap<String, String> before = Directories.digests(directory);

        MavenRun run = generate(Map.of("artifactId", "it-refused"));

        assertThat(error(run)).contains("artifactId", "not empty", "frontend", "-DartifactId");
        assertThat(Directories.digests(directory)).isEqualTo(before);
    }

    @Test
    @SideBySide
    void aNameWithinAnotherBuildWhichStaysAsItWas() throws IOException {
        Path pom = directory.resolve("pom.xml");
        Files.writeString(
                pom,
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>others</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """);

        error(generate(Map.of("artifactId", "It-Refused")));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(pom);
        }
        assertThat(Files.readString(pom)).doesNotContain("It-Refused");
    }

    @Test
    @SideBySide
    void anEmptyCloneIsTaken() throws IOException {
        Files.createDirectories(directory.resolve("it-refused/.git"));

        generate(Map.of("artifactId", "it-refused")).succeeded();

        assertThat(directory.resolve("it-refused/frontend/package.json")).exists();
    }

    private MavenRun generate(Map<String, String> asked) {
        Map<String, String> properties = new TreeMap<>(asked);
        properties.putIfAbsent("groupId", "com.example");
        properties.putIfAbsent("version", "1.0.0");
        return Archetype.typed(
                directory,
                properties.entrySet().stream()
                        .map(p -> "-D" + p.getKey() + "=" + p.getValue())
                        .toArray(String[]::new));
    }

    /** The line that says what is wrong. */
    private static String error(MavenRun run) {
        List<String> lines =
                run.failed().lines().stream().filter(l -> l.startsWith("[ERROR] Failed")).toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
