package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Certificates;
import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.it.tls.TestCertificate;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Tests of an edge that several applications share. */
abstract class SharedEdge extends EngineTest {
    @TempDir Path directory;

    /** Returns another application on the same edge. */
    final TestApplication neighbour(String name, Optional<String> domain) {
        return new TestApplication(
                shop.name() + "-" + name, domain, shop.httpPort(), shop.httpsPort());
    }

    /** Returns what has TLS, with a certificate that was made just now. */
    final Target secure(TestApplication application, String image)
            throws IOException, GeneralSecurityException, InterruptedException {
        String domain = application.domain().orElseThrow();
        TestCertificate made =
                TestCertificate.of(domain, directory.resolve(String.valueOf(System.nanoTime())));
        Tls tls = new Tls(made.certificate().toString(), made.key().toString());
        return new Target(
                application.application(Map.of(), List.of(), Optional.of(tls)),
                image,
                Optional.of(Certificates.read(tls, domain, Instant.now())),
                "test");
    }

    final String edge() {
        return "fullstack-edge-" + shop.httpPort();
    }

    /** Runs a line of shell in the edge and returns what it printed. */
    final String inEdge(String line) {
        ExecResult result =
                engine.exec(edge(), List.of("sh", "-c", line), "", Duration.ofSeconds(30));
        if (!result.ok()) {
            throw new IllegalStateException(line + ": " + result.complaint());
        }
        return result.out();
    }

    /** Stops the edge, starts it, and waits until it answers. */
    final void restartEdge() throws InterruptedException {
        engine.stop(edge(), Duration.ofSeconds(5));
        engine.start(edge());
        for (int i = 0; i < 100 && !edgeAnswers(); i++) {
            Thread.sleep(100);
        }
    }

    private boolean edgeAnswers() {
        List<String> program =
                List.of("curl", "-sf", "--unix-socket", "/tmp/admin.sock", "http://edge/alive");
        return engine.exec(edge(), program, "", Duration.ofSeconds(10)).ok();
    }

    final Status status(Application application) {
        return new Inspection(engine).status(application);
    }

    final String get(String host, String path) {
        return Http.get(lab.at(shop.httpPort()), host, path);
    }

    final Https https() {
        return new Https(lab.at(shop.httpsPort()));
    }
}
