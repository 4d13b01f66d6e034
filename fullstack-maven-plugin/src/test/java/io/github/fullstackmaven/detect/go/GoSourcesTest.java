package io.github.fullstackmaven.detect.go;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.source.GoLexer;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.model.Health;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from Go sources: ports and health routes. */
class GoSourcesTest {
    private static List<SourceFile> sources(String text) {
        return List.of(new SourceFile("main.go", GoLexer.whole(text).tokens()));
    }

    private static int port(String text) {
        return new GoPorts(sources(text))
                .read().stream().findFirst().map(GoPorts.Found::port).orElse(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.ListenAndServe(\":4711\", nil)",
                "log.Fatal(http.ListenAndServe(\"0.0.0.0:4711\", mux))",
                "srv := &http.Server{Handler: h, Addr: \":4711\"}",
                "r.Run(\":4711\")",
                "app.Listen(\":4711\")",
                "e.Logger.Fatal(e.Start(\":4711\"))",
                "l, err := net.Listen(\"tcp\", \":4711\")",
                "const port = \"4711\"\nfunc main() { http.ListenAndServe(\":\"+port, nil) }",
                "const Port = 4711\nfunc main() { http.ListenAndServe(fmt.Sprintf(\":%d\", Port), nil) }",
                "port := os.Getenv(\"PORT\")\nif port == \"\" {\n port = \"4711\"\n}\n",
                "port, ok := os.LookupEnv(\"PORT\")\nif !ok {\n port = \"4711\"\n}\n",
                "addr := net.JoinHostPort(variable(\"HOST\", \"\"), variable(\"PORT\", \"4711\"))",
                "port := cmp.Or(os.Getenv(\"PORT\"), \"4711\")",
                "type Config struct {\n Port int `env:\"HTTP_PORT\" envDefault:\"4711\"`\n}\n",
                "type Config struct {\n Addr string `envconfig:\"ADDR\" default:\":4711\"`\n}\n",
                "type Config struct {\n ServerAddress string `default:\":4711\" split_words:\"true\"`\n"
                        + " TurnAddress string `default:\":3478\"`\n"
                        + " TurnExternalPort string `default:\"3478\"`\n}\n",
                "var port = flag.Int(\"port\", 4711, \"where to listen\")",
                "flags.StringVarP(&addr, \"addr\", \"a\", \":4711\", \"where\")",
                "viper.SetDefault(\"server.port\", 4711)",
                "cfg := Config{Server: Server{Port: 4711}, Database: DB{Port: 5432}}",
                "type WebConf struct {\n Port string `yaml:\"port\" conf:\"default:4711\"`\n}\n",
                "type DebugConf struct {\n Port int `env:\"PORT\" envDefault:\"6060\"`\n}\n"
                        + "type Conf struct {\n Port int `env:\"PORT\" envDefault:\"4711\"`\n}\n",
                "x := host(\"addr\", \"127.0.0.1:1\")\nvar c = Config{Port: \"4711\"}",
                "r := gin.Default()\nr.GET(\"/\", x)\nport := \"4711\"\nr.Run(\":\" + port)",
            })
    void readsThePort(String body) {
        assertThat(port("package main\n" + body + "\n")).isEqualTo(4711);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const dbPort = 5432",
                "type Config struct {\n TurnAddress string `default:\":3478\"`\n}\n",
                "type Config struct {\n StoreAddress string `default:\"localhost:4712\"`\n}\n",
                "req.RemoteAddr = \"127.0.0.1:65535\"",
                "redis.NewClient(\"localhost:6379\")",
                "// http.ListenAndServe(\":8080\", nil)",
                "x := os.Getenv(\"SMTP_PORT\")\nif x == \"\" { x = \"25\" }",
            })
    void takesNoOtherNumberForThePort(String body) {
        assertThat(port("package main\n" + body + "\n")).isEqualTo(-1);
    }

    @Test
    void aRunWithoutAnAddressIsGinsUsualPort() {
        String text =
                "package main\nimport \"github.com/gin-gonic/gin\"\nfunc main() { r.Run() }\n";
        assertThat(port(text)).isEqualTo(8080);
    }

    @Test
    void theVariableThatIsReadIsKnownAlsoWithoutADefault() {
        GoPorts ports = new GoPorts(sources("package main\nvar p = os.Getenv(\"PORT\")\n"));
        assertThat(ports.read()).isEmpty();
        assertThat(ports.variable()).contains(new GoPorts.Variable("PORT", "main.go:2"));
    }

    @Test
    void theVariableOfAFieldIsKnownByItsTag() {
        GoPorts ports =
                new GoPorts(
                        sources(
                                "package main\ntype C struct {\n"
                                        + " Other string `env:\"ACTORS_PORT\"`\n"
                                        + " Port string `env:\"API_PORT\"`\n}\n"
                                        + "var c = C{Port: \"4711\", Other: \"4712\"}\n"));
        assertThat(ports.read().get(0).port()).isEqualTo(4711);
        assertThat(ports.variable()).contains(new GoPorts.Variable("API_PORT", "main.go:4"));
    }

    private static String health(String body) {
        return new GoHealth(sources("package main\n" + body + "\n"))
                .read()
                .map(Health::path)
                .orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "func main() {\n mux.HandleFunc(\"GET /api/health\", ok)\n}",
                "func main() {\n api := r.Group(\"/api\")\n api.GET(\"/health\", ok)\n}",
                "func main() {\n r.Route(\"/api\", func(r chi.Router) {\n  r.Get(\"/health\", ok)\n })\n}",
                "func main() {\n routes(r.Group(\"/api\"))\n}\nfunc routes(g *gin.RouterGroup) {\n"
                        + " g.GET(\"/health\", ok)\n}",
                "func main() {\n s := r.PathPrefix(\"/api\").Subrouter()\n s.HandleFunc(\"/health\", ok)\n}",
                "func main() {\n r.Mount(\"/api\", api())\n}\nfunc api() http.Handler {\n"
                        + " r := chi.NewRouter()\n r.Get(\"/health\", ok)\n return r\n}",
                "func main() {\n v := app.Group(\"/api\")\n add(\"x\", v)\n}\n"
                        + "func add(name string, group fiber.Router) {\n group.Get(\"/health\", ok)\n}",
            })
    void readsTheHealthRouteWithItsPrefix(String body) {
        assertThat(health(body)).isEqualTo("/api/health");
    }

    @Test
    void aRouteWithAParameterIsNoHealthRoute() {
        assertThat(health("func main() { r.GET(\"/:id/health\", ok) }")).isEqualTo("none");
    }

    @Test
    void chisHeartbeatIsPreferredToARouteOfAPart() {
        String body =
                "func main() {\n r.Use(middleware.Heartbeat(\"/ping\"))\n"
                        + " r.Get(\"/plugin/health\", ok)\n}";
        assertThat(health(body)).isEqualTo("/ping");
    }
}
