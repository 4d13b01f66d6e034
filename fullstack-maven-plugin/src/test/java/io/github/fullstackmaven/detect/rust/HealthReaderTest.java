package io.github.fullstackmaven.detect.rust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.source.RustLexer;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.model.Health;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthReaderTest {
    private static Optional<String> path(String... sources) {
        List<SourceFile> files =
                java.util.stream.IntStream.range(0, sources.length)
                        .mapToObj(
                                i -> new SourceFile("f" + i + ".rs", RustLexer.tokens(sources[i])))
                        .toList();
        return new HealthReader(files).read().map(Health::path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/health         | Router::new().route(\"/health\", get(h))",
                "/healthz        | Router::new().route(\"/healthz\", get(h))",
                "/api/health     | Router::new().route(\"/api/health\", get(h))",
                "/api/health     | Router::new().nest(\"/api\", Router::new().route(\"/health\", get(h)))",
                "/health         | App::new().service(web::resource(\"/health\").to(h))",
                "/api/v1/health  | App::new().service(web::scope(\"/api\").service(web::scope(\"/v1\").route(\"/health\", web::get())))",
                "/health         | Route::new().at(\"/health\", get(h))",
                "/health         | warp::path(\"health\").map(h)",
                "/health         | warp::path!(\"health\").map(h)",
                "/health         | Router::with_path(\"health\").get(h)",
                "/health         | match (req.method(), req.uri().path()) { (&Method::GET, \"/health\") => ok() }",
                "/health         | Router::new().route(\"/healthz\", a).route(\"/health\", b)",
            })
    void readsTheRoute(String path, String source) {
        assertThat(path("fn app() { " + source + " }")).contains(path);
    }

    @Test
    void readsAnAttributeAtTheScopeThatItIsRegisteredIn() {
        String handler = "#[get(\"/health\")] async fn health() -> impl Responder { ok() }";
        assertThat(path(handler + " fn main() { App::new().service(health); }"))
                .contains("/health");
        assertThat(
                        path(
                                handler
                                        + " fn main() { App::new().service(web::scope(\"/api\").service(health)); }"))
                .contains("/api/health");
        assertThat(
                        path(
                                handler
                                        + " fn main() { rocket::build().mount(\"/v1\", routes![health]); }"))
                .contains("/v1/health");
    }

    @Test
    void followsPrefixesThroughFunctionsVariablesAndFiles() {
        assertThat(
                        path(
                                "fn main() { let app = Router::new().nest(\"/api\", f1::router()); }",
                                "pub fn router() -> Router { let r = Router::new().route(\"/health\", get(h)); Router::new().nest(\"/v2\", r) }"))
                .contains("/api/v2/health");
    }

    @Test
    void aVariableOfTheSameNameElsewhereIsAnother() {
        assertThat(
                        path(
                                "fn app() -> Router { let router = Router::new().route(\"/health\", h); router }",
                                "fn other(router: Router) { Router::new().nest(\"/x\", router); }"))
                .contains("/health");
    }

    @Test
    void aCallInATestIsNoRoute() {
        assertThat(path("#[cfg(test)] mod t { fn f() { app().route(\"/health\", h); } }"))
                .isEmpty();
        assertThat(path("fn f() { client.get(\"/health\"); }")).isEmpty();
    }

    @Test
    void aRouteWithAVariableIsNoHealthPath() {
        assertThat(path("fn f() { r.route(\"/{id}/health\", h) }")).isEmpty();
    }
}
