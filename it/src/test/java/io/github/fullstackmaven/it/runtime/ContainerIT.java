package io.github.fullstackmaven.it.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.it.deployment.Answers;
import io.github.fullstackmaven.it.deployment.TestApplication;
import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.http.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container that is live: what it may do, and what it does when something in it dies. */
class ContainerIT {
    private static TestApplication application;

    @BeforeAll
    static void deploy() throws IOException {
        application = TestApplication.named("it-runtime");
        application.setVariable("MAPA_DEBUG", "1");
        application.type("deploy").succeeded();
    }

    @AfterAll
    static void undeploy() {
        application.close();
    }

    @Test
    void mayDoNothingThatItDoesNotNeed() {
        JsonNode container = Docker.inspect(application.unit());
        JsonNode host = container.path("HostConfig");
        assertThat(container.at("/Config/User").asText()).startsWith("10001");
        assertThat(host.path("ReadonlyRootfs").asBoolean()).isTrue();
        assertThat(host.path("Privileged").asBoolean()).isFalse();
        assertThat(texts(host.path("CapDrop"))).containsExactly("ALL");
        assertThat(texts(host.path("CapAdd"))).isEmpty();
        assertThat(texts(host.path("SecurityOpt")))
                .anyMatch(o -> o.startsWith("no-new-privileges"));
        assertThat(host.path("PidsLimit").asInt()).isPositive();
        assertThat(host.path("PortBindings")).as("only the edge publishes ports").isEmpty();
        assertThat(container.path("Mounts").toString()).doesNotContain("docker.sock");
    }

    @Test
    void cannotWriteToItsRootFileSystem() {
        Docker.Ended ended =
                Docker.attempt(
                        Path.of("/"),
                        Map.of(),
                        "exec",
                        application.unit(),
                        "bash",
                        "-c",
                        "echo >/app/written");
        assertThat(ended.exit()).isNotZero();
        assertThat(ended.output()).contains("Read-only file system");
    }

    @Test
    void holdsAStaticBinaryAndNoCompiler(@TempDir Path directory) throws Exception {
        String unit = application.unit();
        int id = new Processes(unit).id("/app/mapas-km-backend");
        assertThat(id).isPositive();
        Path binary = directory.resolve("backend");
        Docker.run("cp", unit + ":/app/mapas-km-backend", binary.toString());

        assertThat(Elf.of(Files.readAllBytes(binary)).interpreter()).isEmpty();
        for (String tool : List.of("cargo", "rustc", "gcc", "npm", "node")) {
            Docker.Ended found =
                    Docker.attempt(
                            Path.of("/"),
                            Map.of(),
                            "exec",
                            unit,
                            "bash",
                            "-c",
                            "command -v " + tool);
            assertThat(found.exit()).as(tool).isNotZero();
        }
    }

    @Test
    void startsTheServerAndNotTheOtherBinaryOfItsCrate() {
        assertThat(new Processes(application.unit()).list())
                .anyMatch(l -> l.contains("/app/mapas-km-backend"))
                .noneMatch(l -> l.contains("import-towns"));
    }

    @Test
    void endsWithTheStatusOfABackEndThatWasKilledAndComesBack() {
        Deaths deaths = Deaths.of(application.unit());
        Processes processes = new Processes(application.unit());
        processes.kill(processes.id("/app/mapas-km-backend"));

        assertThat(deaths.next(Duration.ofSeconds(30))).isEqualTo(137);
        comesBack();
    }

    @Test
    void endsWhenNginxWasKilledAndComesBack() {
        Deaths deaths = Deaths.of(application.unit());
        Processes processes = new Processes(application.unit());
        processes.kill(processes.id("nginx: master"));

        assertThat(deaths.next(Duration.ofSeconds(30))).isEqualTo(137);
        comesBack();
    }

    @Test
    void answersTheRequestInFlightBeforeItStops() throws Exception {
        Deaths deaths = Deaths.of(application.unit());
        Site site = application.site();
        CompletableFuture<Answer> slow =
                CompletableFuture.supplyAsync(() -> site.get("/api/v1/debug/sleep?ms=3000"));
        Thread.sleep(1000);

        Docker.run("kill", "--signal", "TERM", application.unit());

        assertThat(slow.get().status()).isEqualTo(200);
        assertThat(slow.get().body()).contains("3000");
        assertThat(deaths.next(Duration.ofSeconds(30))).isZero();
        Docker.run("start", application.unit());
        comesBack();
    }

    private static void comesBack() {
        Site site = application.site();
        Eventually.holds(Duration.ofSeconds(60), () -> site.get("/api/health").status() == 200);
        Answers.table(site);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(n -> texts.add(n.asText()));
        return texts;
    }
}
