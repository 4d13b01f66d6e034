package io.github.fullstackmaven.it.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.sample.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated: the parts that were chosen, and those whole. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CombinationsIT {
    private static final Path PARTS =
            Path.of(System.getProperty("it.directory"))
                    .resolveSibling(
                            "fullstack-archetype/src/main/resources/archetype-resources/archetype-parts");
    private static final JsonMapper JSON = new JsonMapper();

    private Path directory;

    /** One run of Maven reads all their POMs, and looks at every repository. */
    @BeforeAll
    void generate(@TempDir Path temporary) throws IOException {
        directory = temporary;
        Combination.few().forEach(c -> c.generate(directory, c.toString()));
        Files.writeString(directory.resolve("pom.xml"), aggregator());
        Maven.in(directory).run("generate-resources").succeeded();
    }

    static Stream<Combination> few() {
        return Combination.few();
    }

    @ParameterizedTest
    @MethodSource("few")
    void consistsOfThePartsThatWereChosen(Combination combination) throws IOException {
        TreeSet<String> expected = new TreeSet<>(List.of("pom.xml"));
        for (String part :
                List.of(
                        "common",
                        "frontends/" + combination.frontend(),
                        "backends/" + combination.backend())) {
            Directories.below(PARTS.resolve(part))
                    .forEach(
                            file ->
                                    expected.add(
                                            file.toString()
                                                    .replace(
                                                            "__packageInPathFormat__",
                                                            "com/example")));
        }
        assertThat(files(combination)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("few")
    void isUnderstoodWithoutAWordOfExplanation(Combination combination) throws IOException {
        JsonNode plan =
                JSON.readTree(
                        Files.readString(
                                directory.resolve(combination + "/target/fullstack/plan.json")));
        Map<String, JsonNode> services =
                plan.path("services")
                        .valueStream()
                        .collect(Collectors.toMap(s -> s.path("path").asText(), s -> s));

        assertThat(services.keySet()).containsExactlyInAnyOrder("frontend", "backend");
        JsonNode frontend = services.get("frontend");
        assertThat(frontend.path("kind").asText()).isEqualTo("static-frontend");
        assertThat(frontend.path("framework").asText())
                .isEqualTo(combination.frontend().equals("angular") ? "angular" : "vite");
        JsonNode backend = services.get("backend");
        assertThat(backend.path("ecosystem").asText()).isEqualTo(combination.backend());
        assertThat(backend.at("/port/value").asInt()).isEqualTo(3000);
        assertThat(backend.at("/health/path").asText()).isEqualTo("/health");
        assertThat(plan.at("/routes/0/path").asText()).isEqualTo("/api");
        assertThat(plan.at("/routes/0/source").asText()).contains("frontend/", "prox");
        assertThat(plan.path("findings").findValuesAsText("id"))
                .as("findings; cargo makes its lock file with the first build")
                .containsExactlyElementsOf(
                        combination.backend().equals("rust") ? List.of("FS-RUST-006") : List.of());
    }

    @ParameterizedTest
    @MethodSource("few")
    void namesTheApplicationAndNoRegistry(Combination combination) throws IOException {
        Path repository = directory.resolve(combination.toString());
        assertThat(Files.readString(repository.resolve("README.md")))
                .startsWith(combination + "\n=")
                .containsIgnoringCase("(" + combination.frontend())
                .containsIgnoringCase("(" + combination.backend());
        for (String file : files(combination)) {
            assertThat(Files.readString(repository.resolve(file)))
                    .as(file)
                    .doesNotContain("${artifactId}", "${groupId}", "${package}", "$names")
                    .doesNotContain("\"resolved\"", "registry.", "index.");
        }
    }

    @ParameterizedTest
    @MethodSource("few")
    void buildMachinesTestBothSidesThenBuildThenDeploy(Combination combination) throws IOException {
        Path repository = directory.resolve(combination.toString());
        Path workflows = repository.resolve(".github/workflows");
        assertThat(Pipeline.read(workflows.resolve("ci.yml")).section("jobs").names())
                .containsExactly("frontend", "backend", "image", "deploy");
        assertThat(Pipeline.read(workflows.resolve("backend.yml")).section("jobs").names())
                .containsExactly("test");
        assertThat(Pipeline.read(repository.resolve(".gitlab-ci.yml")).names())
                .contains("frontend", "image", "deploy");
        assertThat(Pipeline.read(repository.resolve(".gitlab/backend.yml")).names())
                .containsExactly("backend");
    }

    private List<String> files(Combination combination) throws IOException {
        return Directories.below(directory.resolve(combination.toString())).stream()
                .map(Path::toString)
                .filter(file -> !file.startsWith("target/"))
                .sorted()
                .toList();
    }

    /** Reads all of their POMs, and detects each with the setting that those have. */
    private static String aggregator() {
        return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>combinations</artifactId>
          <version>1.0.0</version>
          <packaging>pom</packaging>
          <properties>
            <fullstack.volumes>data:/data</fullstack.volumes>
          </properties>
          <modules>
            %s
          </modules>
          <build>
            <plugins>
              <plugin>
                <groupId>io.github.fullstackmaven</groupId>
                <artifactId>fullstack-maven-plugin</artifactId>
                <version>%s</version>
                <executions>
                  %s
                </executions>
              </plugin>
            </plugins>
          </build>
        </project>
        """
                .formatted(
                        lines("<module>%s</module>"),
                        Maven.version(),
                        lines(
                                "<execution><id>%1$s</id><phase>validate</phase>"
                                        + "<goals><goal>detect</goal></goals>"
                                        + "<configuration><monorepo>${project.basedir}/%1$s"
                                        + "</monorepo></configuration></execution>"));
    }

    private static String lines(String format) {
        return Combination.few().map(format::formatted).collect(Collectors.joining("\n"));
    }
}
