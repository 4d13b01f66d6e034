package io.github.fullstackmaven.detect.rust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.source.RustLexer;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.model.Sourced;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortReaderTest {
    private static Optional<Integer> port(String source) {
        SourceFile file = new SourceFile("m.rs", RustLexer.tokens(source));
        return PortReader.best(new PortReader(List.of(file)).read()).map(Sourced::value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TcpListener::bind(\"0.0.0.0:4100\")",
                "TcpListener::bind(&\"0.0.0.0:4100\")",
                "HttpServer::new(f).bind((\"0.0.0.0\", 4100))?",
                "HttpServer::new(f).bind((host, 4_100u16))?",
                "TcpListener::bind(\"[::]:4100\")",
                "let addr = SocketAddr::from(([0, 0, 0, 0], 4100));",
                "warp::serve(routes).run(([127, 0, 0, 1], 4100)).await",
                "const PORT: u16 = 4100; bind((\"::\", PORT))",
                "const ADDRESS: &str = \"0.0.0.0:4100\"; listener.bind(ADDRESS)",
                "env::var(\"PORT\").unwrap_or_else(|_| \"4100\".to_string())",
                "std::env::var(\"PORT\").ok().and_then(|p| p.parse().ok()).unwrap_or(4100)",
                "env::var(\"PORT\").map(|p| p.parse().unwrap()).unwrap_or(DEFAULT); const DEFAULT: u16 = 4100;",
                "match env::var(\"PORT\") { Ok(p) => p.parse().unwrap(), Err(_) => 4100 }",
                "let port = get_env_typed::<u16>(\"PORT\", 4100);",
                "struct A { #[arg(long, env = \"PORT\", default_value_t = 4100)] port: u16 }",
                "struct A { #[clap(short, default_value = \"4100\")] pub(crate) port: u16 }",
                "fn default_port() -> u16 { 4100 }",
                "let listen_addr: SocketAddr = \"0.0.0.0:4100\".parse().unwrap();",
            })
    void readsThePort(String source) {
        assertThat(port("fn main() { " + source + " }")).contains(4100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// bind(\"0.0.0.0:4100\")",
                "/* /* */ bind(\"0.0.0.0:4100\") */",
                "let text = \"bind((host, 4100))\";",
                "let database_port = 4100;",
                "env::var(\"REDIS_PORT\").unwrap_or(\"4100\")",
                "client.connect(\"db:4100\")",
                "bind(\"0.0.0.0:0\")",
                "bind(\"0.0.0.0:70000\")",
                "} #[cfg(test)] mod tests { fn t() { bind(\"0.0.0.0:4100\") } } fn g() {",
            })
    void readsNoPortWhereNoneIsMeant(String source) {
        assertThat(port("fn main() { " + source + "\n}")).isEmpty();
    }

    @Test
    void aConstantOfItsOwnSaysMoreThanAFieldOfSomeValue() {
        assertThat(port("Speaker { port: 8009 }; const DEFAULT_PORT: u16 = 4100;")).contains(4100);
        assertThat(port("Settings { port: 4100 }")).contains(4100);
    }

    @Test
    void theVariablesDefaultBeatsALiteral() {
        assertThat(port("bind(\"0.0.0.0:1\"); env::var(\"PORT\").unwrap_or(\"2\".into());"))
                .contains(2);
    }

    @Test
    void survivesAnyTruncation() {
        String source =
                "#[arg(env = \"PORT\", default_value_t = 1)] port: u16, env::var(\"PORT\").unwrap_or("
                        + " bind((\"0.0.0.0\", 3)) ([0, 0, 0, 0], 4) const PORT: u16 = 5; r#\"x\"# 'a' '\\n'";
        for (int end = 0; end <= source.length(); end++) {
            assertThat(port(source.substring(0, end))).isNotNull();
        }
    }
}
