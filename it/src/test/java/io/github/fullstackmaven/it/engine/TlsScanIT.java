package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a scanner of TLS says of the edge: nothing that is graver than "low" and not explained. */
class TlsScanIT extends SharedEdge {
    @Test
    @Tag("faults")
    void aScannerFindsNothingGraveThatIsNotExplained() throws Exception {
        deploy(secure(shop, shop.image(engine, "v1", "200")));
        Path scan = Path.of(System.getProperty("it.directory"), "lab", "testssl", "scan");

        Process process =
                new ProcessBuilder(
                                scan.toAbsolutePath().toString(),
                                "shop.test",
                                String.valueOf(shop.httpsPort()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        System.out.println(said);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
