package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.http.Site;
import io.github.fullstackmaven.it.load.LoadClient;
import io.github.fullstackmaven.it.load.LongConnection;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.sample.Directories;
import io.github.fullstackmaven.it.sample.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What goes on for longer than a redeployment: requests of two seconds, server-sent events and web
 * sockets through edge and gateway, and pages that stay open.
 */
@Tag("redeploys")
class LongConnectionsIT {
    private static final String NAME = "it-long";
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    private static final int HTTP = FreePorts.next();
    private static final int HTTPS = FreePorts.next();
    private static final String HOST = NAME + ".example";
    private static final Site SITE = new Site(HOST + ":" + HTTP, HTTP);

    private static Path directory;
    private static String oldScript;
    private static Answer oldFile;
    private static String newScript;
    private static LoadClient.Report slow;
    private static LongConnection events;
    private static LongConnection webSocket;
    private static volatile Instant switched;

    @BeforeAll
    static void redeployUnderLongConnections() throws IOException, InterruptedException {
        Path sample = Path.of(System.getProperty("it.directory"), "apps/node-vue");
        directory = Sample.copy(sample, Directories.temporary(NAME).resolve(NAME));
        addRoutes();
        type("deploy").succeeded();
        oldScript = script();
        oldFile = SITE.get(oldScript);
        events = LongConnection.events(HOST, HTTP, "/api/events");
        webSocket = LongConnection.webSocket(HOST, HTTP, "/api/echo");
        LoadClient load =
                LoadClient.start(
                        HOST,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), HTTP),
                        "/api/slow",
                        "{}",
                        10,
                        4);

        Path page = directory.resolve("client/src/Sky.vue");
        Files.writeString(page, Files.readString(page).replace("Sternwarte", "Observatory"));
        Thread watcher = new Thread(LongConnectionsIT::noteTheSwitch);
        watcher.setDaemon(true);
        watcher.start();
        type("deploy").succeeded();

        watcher.join();
        events.await();
        webSocket.await();
        slow = load.stop();
        newScript = script();
    }

    @AfterAll
    static void undeploy() throws IOException {
        type("undeploy").succeeded();
    }

    @Test
    void requestsThatAreUnderWayAreAnswered() {
        System.out.println(slow);
        assertThat(slow.failures()).isEmpty();
        assertThat(slow.answered()).isPositive();
    }

    @Test
    void eventsAndWebSocketsEndOnlyAfterTheDrainTime() {
        for (LongConnection connection : new LongConnection[] {events, webSocket}) {
            Duration lasted = Duration.between(switched, connection.last());
            System.out.println(
                    connection.status()
                            + ": "
                            + connection.heard()
                            + " heard, the last "
                            + lasted.toMillis()
                            + " ms after the switch, "
                            + connection.end());
            assertThat(connection.heard()).isPositive();
            assertThat(lasted).isGreaterThanOrEqualTo(DRAIN);
            assertThat(connection.end()).isEqualTo("closed");
        }
        assertThat(events.status()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(webSocket.status()).isEqualTo("HTTP/1.1 101 Switching Protocols");
    }

    @Test
    void aPageThatIsStillOpenFindsItsFiles() {
        assertThat(newScript).isNotEqualTo(oldScript);
        assertThat(SITE.get(newScript).body()).contains("Observatory");

        Answer kept = SITE.get(oldScript);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.body()).isEqualTo(oldFile.body()).contains("Sternwarte");
        assertThat(kept.header("content-type")).isEqualTo(oldFile.header("content-type"));
        assertThat(kept.header("cache-control")).contains("immutable");
        assertThat(kept.header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void whatNoReleaseHadIsStillNotThere() {
        Answer missing = SITE.get("/assets/index-AAAAAAA1.js");
        Answer api = SITE.get("/api/objects/abc-12345678.json");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("cache-control")).isEqualTo("no-store");
        assertThat(api.status()).isEqualTo(404);
        assertThat(api.body()).contains("no such object");
    }

    private static void noteTheSwitch() {
        while (switched == null) {
            if (!script().equals(oldScript)) {
                switched = Instant.now();
            }
        }
    }

    private static String script() {
        Matcher matcher = SCRIPT.matcher(SITE.get("/").body());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static void addRoutes() throws IOException {
        Path server = directory.resolve("server/src/server.ts");
        try (InputStream in = LongConnectionsIT.class.getResourceAsStream("/long/routes.ts")) {
            String routes = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    server,
                    "import { createHash } from 'node:crypto';\n"
                            + Files.readString(server)
                                    .replace("  return app;\n", routes + "  return app;\n"));
        }
    }

    private static MavenRun type(String goal) throws IOException {
        return Maven.in(Directories.temporary("elsewhere"))
                .run(
                        Maven.goal(goal),
                        "-Dfullstack.monorepo=" + directory,
                        "-Dfullstack.name=" + NAME,
                        "-Dfullstack.domain=" + HOST,
                        "-Dfullstack.env=PRO",
                        "-Dfullstack.httpPort=" + HTTP,
                        "-Dfullstack.httpsPort=" + HTTPS,
                        "-Dfullstack.drainTimeout=" + DRAIN.toSeconds());
    }
}
