package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.lab.LabEngine;
import io.github.fullstackmaven.it.lab.SshAccess;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine is another machine, reached by ssh: what a user types is the same, and nothing of the
 * machine where it is typed is needed there.
 */
@Tag("engines")
@ParameterizedClass(name = "{0}", allowZeroInvocations = true)
@MethodSource("io.github.fullstackmaven.it.lab.LabEngine#remoteDockersUnderTest")
class RemoteIT {
    private static final JsonMapper JSON = new JsonMapper();

    /** Which the cell has for itself, so that one machine does not see the other's. */
    private static final String FOLDER = "/var/tmp/fullstack-it-remote";

    @Parameter LabEngine lab;
    @TempDir Path directory;

    private final int httpPort = FreePorts.next();
    private final int httpsPort = FreePorts.next();
    private Site site;
    private Path app;
    private SshAccess ssh;

    @BeforeEach
    void makeContext() throws IOException, InterruptedException {
        app =
                Sample.copy(
                        Path.of(System.getProperty("it.directory"), "apps/python-plain"),
                        directory.resolve("app"));
        site = new Site("engine:" + httpPort, lab.at(httpPort));
        ssh = SshAccess.to(lab, FreePorts.next(), Directories.temporary("ssh"));
        docker("context", "create", "remote", "--docker", "host=ssh://engine");
    }

    @AfterEach
    void takeAway() throws IOException {
        type(Map.of("DOCKER_CONTEXT", "remote"), "undeploy").succeeded();
        ssh.run("rm -rf " + FOLDER);
        ssh.close();
        assertThat(lab.engine().container("fullstack-edge-" + httpPort)).isEmpty();
    }

    @Test
    void deploysLooksAndGoesBackOnAnotherMachine() throws IOException, InterruptedException {
        String url = "http://" + lab.address().getHostAddress() + ":" + httpPort;
        String mounted = "-Dfullstack.volumes=" + FOLDER + ":/notes:ro";

        MavenRun refused = type(Map.of("DOCKER_CONTEXT", "remote"), "deploy", mounted).failed();
        assertThat(refused.output()).contains(FOLDER).contains("FS-");
        ssh.run("mkdir -p -m 755 " + FOLDER);
        MavenRun first = type(Map.of("DOCKER_CONTEXT", "remote"), "deploy", mounted).succeeded();

        assertThat(first.output()).contains("Engine: docker ").contains(" on 10.213.");
        assertThat(deployment().path("url").asText()).isEqualTo(url);
        assertThat(site.get("/").body()).contains("<title>Teestunde</title>");
        assertThat(publicUrlOfTheUnit()).isEqualTo(url);

        Path page = app.resolve("web/index.html");
        Files.writeString(page, Files.readString(page).replace("Teestunde", "Kaffeestunde"));
        docker("context", "use", "remote");
        type(Map.of(), "deploy", mounted).succeeded();
        assertThat(site.get("/").body()).contains("<title>Kaffeestunde</title>");
        assertThat(deployment().path("release").asText()).isEqualTo("r2");
        docker("context", "use", "default");

        Map<String, String> byAddress = Map.of("DOCKER_HOST", "ssh://engine");
        assertThat(type(byAddress, "status").succeeded().output())
                .contains("r2 is live")
                .contains(url + "/");
        assertThat(type(byAddress, "logs").succeeded().lines()).hasSizeGreaterThan(5);
        type(byAddress, "rollback").succeeded();
        assertThat(site.get("/").body()).contains("<title>Teestunde</title>");
        assertThat(deployment().path("url").asText()).isEqualTo(url);

        MavenRun lost = type(Map.of("DOCKER_HOST", "ssh://127.0.0.1:1"), "status").failed();
        assertThat(lost.output())
                .contains("FS-ENGINE-002 the docker engine at ssh://127.0.0.1:1 does not answer");
    }

    private String publicUrlOfTheUnit() throws IOException {
        ExecResult seen =
                lab.engine()
                        .exec(
                                deployment().at("/containers/0/name").asText(),
                                List.of("printenv", "PUBLIC_URL"),
                                "",
                                Duration.ofSeconds(30));
        return seen.out().strip();
    }

    private JsonNode deployment() throws IOException {
        return JSON.readTree(Files.readString(app.resolve("target/fullstack/deployment.json")));
    }

    private void docker(String... words) throws IOException, InterruptedException {
        List<String> argv = new ArrayList<>(List.of("docker"));
        argv.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(argv).inheritIO();
        builder.environment().put("DOCKER_CONFIG", directory.resolve("docker").toString());
        assertThat(builder.start().waitFor()).as(String.join(" ", argv)).isZero();
    }

    private MavenRun type(Map<String, String> variables, String goal, String... more)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                Maven.goal(goal),
                                "-Dfullstack.monorepo=" + app,
                                "-Dfullstack.name=it-remote",
                                "-Dfullstack.env=DEV",
                                "-Dfullstack.httpPort=" + httpPort,
                                "-Dfullstack.httpsPort=" + httpsPort));
        arguments.addAll(List.of(more));
        Maven maven =
                Maven.in(Directories.temporary("elsewhere"))
                        .with("PATH", ssh.path())
                        .with("DOCKER_CONFIG", directory.resolve("docker").toString());
        variables.forEach(maven::with);
        return maven.run(arguments);
    }
}
