package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.render.RenderOptions;
import io.github.fullstackmaven.render.Renderer;
import io.github.fullstackmaven.render.TemplateSet;
import io.github.fullstackmaven.scan.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The build stages of whole repositories, from their files to the Dockerfile's text. {@code
 * -Dgolden.update} writes the files anew; the difference is then to be read before it is committed.
 */
class StagesOfStacksTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/stacks");
    private static final String BOOT =
            "<project><artifactId>shop</artifactId><parent>"
                    + "<groupId>org.springframework.boot</groupId>"
                    + "<artifactId>spring-boot-starter-parent</artifactId>"
                    + "<version>3.5.0</version><relativePath/></parent><build><plugins><plugin>"
                    + "<groupId>org.springframework.boot</groupId>"
                    + "<artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>"
                    + "</project>";

    private final MemoryTree tree =
            new MemoryTree()
                    .with(
                            "frontend/package.json",
                            "{\"name\":\"f\",\"devDependencies\":{\"vite\":\"^8\"},"
                                    + "\"scripts\":{\"build\":\"vite build\"}}")
                    .with("frontend/package-lock.json", "{\"lockfileVersion\":3,\"packages\":{}}")
                    .with("frontend/index.html", "");

    private StagesOfStacksTest with(String path, String text) {
        tree.with(path, text);
        return this;
    }

    @Test
    void fastApiWithUv() throws IOException {
        with(
                "api/pyproject.toml",
                "[project]\nname='birds'\nrequires-python='>=3.12'\n"
                        + "dependencies=['fastapi','uvicorn','psycopg2']\n"
                        + "[build-system]\nrequires=['hatchling']\n");
        with("api/uv.lock", "").with("api/src/birds/main.py", "app = FastAPI()");
        check("fastapi-uv");
    }

    @Test
    void djangoWithPoetry() throws IOException {
        with(
                "api/pyproject.toml",
                "[tool.poetry.dependencies]\npython='^3.12'\ndjango='^5'\ngunicorn='*'\n");
        with("api/poetry.lock", "");
        with("api/manage.py", "setdefault('DJANGO_SETTINGS_MODULE', 'books.settings')");
        with("api/books/settings.py", "STATIC_ROOT = 'static'\nKEY = env('SECRET_KEY')");
        check("django-poetry");
    }

    @Test
    void flaskWithPip() throws IOException {
        with("api/requirements.txt", "flask\n-r more/extra.txt\n")
                .with("api/more/extra.txt", "six");
        with("api/app.py", "app = Flask(__name__)");
        check("flask-pip");
    }

    @Test
    void springBootWithMaven() throws IOException {
        with("api/pom.xml", BOOT);
        check("spring-boot-maven");
    }

    @Test
    void aRuntimeOfJavaIsCheckedOnceAndNotWithEveryChangeOfSource() throws IOException {
        with("api/pom.xml", BOOT);
        String image = dockerfile();
        image = image.substring(image.indexOf(" AS backend-runtime"));
        assertThat(image)
                .containsSubsequence(
                        "/runtime/ /app/jre/",
                        "USER ",
                        "RUN [\"/usr/local/bin/fullstack-elf-guard\", \"/app/jre/bin/java\"]",
                        "COPY --from=backend --chown=0:0 /out/ /app/",
                        "ENTRYPOINT");
    }

    @Test
    void quarkusInOneOfSeveralModules() throws IOException {
        with(
                "api/pom.xml",
                "<project><artifactId>all</artifactId><packaging>pom</packaging><modules>"
                        + "<module>core</module><module>web</module></modules></project>");
        with("api/core/pom.xml", "<project><artifactId>core</artifactId></project>");
        with(
                "api/web/pom.xml",
                "<project><artifactId>web</artifactId><dependencies><dependency>"
                        + "<groupId>io.quarkus</groupId><artifactId>quarkus-rest</artifactId>"
                        + "</dependency></dependencies><build><plugins><plugin>"
                        + "<groupId>io.quarkus.platform</groupId>"
                        + "<artifactId>quarkus-maven-plugin</artifactId></plugin></plugins>"
                        + "</build></project>");
        with("api/mvnw", "");
        with(
                "api/.mvn/wrapper/maven-wrapper.properties",
                "distributionUrl=https://example.org/apache-maven-3.9.9-bin.zip");
        check("quarkus-maven");
    }

    @Test
    void aPlainProgramWithGradle() throws IOException {
        with(
                "api/build.gradle.kts",
                "plugins { application }\napplication { mainClass = \"org.example.Main\" }\n"
                        + "java { toolchain { languageVersion = JavaLanguageVersion.of(17) } }");
        check("application-gradle");
    }

    @Test
    void aFileNameIsQuotedForWhereItLands() {
        with("api/requirements.txt", "flask\n").with("api/it's $(x)/main.py", "app = Flask('x')");
        with("api/main.py", "app = Flask('x')");
        assertThat(dockerfile()).doesNotContain("$(x)");
    }

    private String dockerfile() {
        Application application = Planner.plan(new Requests().request(), tree).application();
        return new Renderer(TemplateSet.builtIn())
                .render(application, RenderOptions.DEFAULT).stream()
                        .filter(artefact -> artefact.path().equals("Dockerfile"))
                        .map(Artefact::text)
                        .findFirst()
                        .orElseThrow();
    }

    /** The stages of the back end and what of it comes into the image. */
    private String stages() {
        return Arrays.stream(dockerfile().split("\n\n"))
                .map(
                        stage ->
                                stage.contains(" AS backend")
                                                && !stage.contains("AS backend-runtime")
                                        ? stage.strip()
                                        : stage.contains(" AS app\n")
                                                ? stage.lines()
                                                        .filter(
                                                                line ->
                                                                        line.startsWith(
                                                                                "COPY --from"))
                                                        .collect(Collectors.joining("\n"))
                                                : "")
                .filter(stage -> !stage.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private void check(String name) throws IOException {
        Path file = GOLDEN.resolve(name + ".txt");
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, stages());
        }
        assertThat(stages()).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
