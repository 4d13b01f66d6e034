package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.lab.LabEngine;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user types where there is podman and no docker: images are built, and the site is on the
 * air.
 */
@Tag("engines")
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("io.github.fullstackmaven.it.lab.LabEngine#podmansUnderTest")
class PodmanIT {
    private static final JsonMapper JSON = new JsonMapper();

    @Parameter LabEngine lab;
    @TempDir Path directory;

    private final int httpPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();

    @AfterEach
    void takeAway() throws IOException {
        type("undeploy").succeeded();
        assertThat(lab.engine().container("fullstack-edge-" + httpPort)).isEmpty();
    }

    @Test
    void buildsAndServesAndReplacesAndKeepsWhatIsLiveWhenTheNextIsNotWell() throws IOException {
        Path app =
                Sample.copy(
                        Path.of(System.getProperty("it.directory"), "apps/python-plain"),
                        directory.resolve("app"));
        Site site = new Site("localhost:" + httpPort, lab.at(httpPort));

        MavenRun first = type("deploy").succeeded();
        assertThat(first.output()).contains("Engine: podman ");
        assertThat(site.get("/").body()).contains("<title>Teestunde</title>");
        assertThat(site.get("/api/teas").status()).isEqualTo(200);
        assertThat(deployment().path("engine").toString()).contains("podman");

        Path page = app.resolve("web/index.html");
        Files.writeString(page, Files.readString(page).replace("Teestunde", "Kaffeestunde"));
        type("deploy").succeeded();
        assertThat(site.get("/").body()).contains("<title>Kaffeestunde</title>");
        assertThat(deployment().path("release").asText()).isEqualTo("r2");

        Path server = app.resolve("server/app.py");
        Files.writeString(server, "raise SystemExit('no tea today')\n");
        MavenRun failed = type("deploy", "-Dfullstack.readyTimeout=20s").failed();
        assertThat(failed.output()).contains("no tea today");
        assertThat(site.get("/").body()).contains("<title>Kaffeestunde</title>");
        assertThat(site.get("/api/teas").status()).isEqualTo(200);
    }

    private JsonNode deployment() throws IOException {
        return JSON.readTree(
                Files.readString(directory.resolve("app/target/fullstack/deployment.json")));
    }

    private MavenRun type(String goal, String... more) throws IOException {
        Path tools = Directories.temporary("tools");
        String path =
                lab.path().replaceFirst(":.*", ":") + Tools.without("docker", "podman", tools);
        List<String> arguments =
                new java.util.ArrayList<>(
                        List.of(
                                Maven.goal(goal),
                                "-Dfullstack.monorepo=" + directory.resolve("app"),
                                "-Dfullstack.name=it-" + lab.name().replace(".", ""),
                                "-Dfullstack.env=DEV",
                                "-Dfullstack.httpPort=" + httpPort,
                                "-Dfullstack.httpsPort=" + httpsPort));
        arguments.addAll(List.of(more));
        return Maven.in(Directories.temporary("elsewhere")).with("PATH", path).run(arguments);
    }
}
