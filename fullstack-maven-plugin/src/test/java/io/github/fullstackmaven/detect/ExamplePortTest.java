package io.github.fullstackmaven.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplePortTest {
    private final MemoryTree tree =
            new MemoryTree()
                    .with(
                            "api/Cargo.toml",
                            "[package]\nname = \"api\"\n[dependencies]\naxum = \"0.8\"\n")
                    .with("api/src/main.rs", "fn main() { serve(config.port); }\n");

    private Optional<Sourced<Integer>> port() {
        Detector detector = new Detector(tree);
        return detector.look(detector.survey().sites().get(0), Hints.NONE).service().port();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PORT=8000",
                "export PORT = '8000' # where it listens",
                "APP_PORT=8000",
                "APP_PORT=9000\nPORT=8000",
                "DB_PORT=5432\nSERVER_PORT=8000",
            })
    void theExampleOfTheVariablesNamesThePort(String text) {
        tree.with("api/.env.example", text + "\n");
        assertThat(port().map(Sourced::value)).contains(8000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_PORT=5432", "SMTP_PORT=25", "#PORT=8000", "PORT=", "PORT=a"})
    void whatIsOfSomethingElseIsNot(String text) {
        tree.with("api/.env.example", text + "\n");
        assertThat(port()).isEmpty();
    }

    @Test
    void theLineIsSaidAndTheSourcesCountMore() {
        tree.with("api/.env.sample", "A=b\n\nPORT=8000\n");
        assertThat(port()).contains(new Sourced<>(8000, "api/.env.sample:3"));
        tree.with("api/src/main.rs", "fn main() { TcpListener::bind(\"0.0.0.0:3000\"); }\n");
        assertThat(port().map(Sourced::value)).contains(3000);
    }
}
