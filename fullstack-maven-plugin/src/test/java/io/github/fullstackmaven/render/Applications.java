package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.ApiBase;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.BuildCache;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.CargoDirectories;
import io.github.fullstackmaven.model.DebianLibraries;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Layout;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.model.Surroundings;
import io.github.fullstackmaven.model.Timing;
import io.github.fullstackmaven.model.Tls;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Applications to render. */
final class Applications {
    static final Map<String, String> BASES =
            Map.of(
                    "rust", "docker.io/library/rust:1.96-alpine",
                    "node", "docker.io/library/node:26-trixie-slim",
                    "runtime", "docker.io/library/debian:trixie-slim",
                    "go", "docker.io/library/golang:1.26-trixie",
                    "edge", "docker.io/library/nginx:1.30-trixie",
                    "rust-glibc", "docker.io/library/rust:1.96-slim-trixie");

    private Applications() {}

    /** A React front end and a Rust back end, with nothing said by the user. */
    static Application plain() {
        Map<String, Sourced<String>> variables =
                Map.of(
                        "DATABASE_URL",
                        new Sourced<>("sqlite:///data/mapa-kms.db", "monorepo.env:2"),
                        "RUST_LOG",
                        new Sourced<>("info", "monorepo.env:3"));
        return new Application(
                "mapa-kms",
                "PRO",
                Optional.empty(),
                Layout.SINGLE,
                List.of(react(), rust()),
                List.of(
                        new Route("/", "frontend", false, Sourced.DEFAULT),
                        new Route("/api", "backend", false, "frontend/vite.config.ts")),
                new Variables(variables),
                List.of("monorepo.env"),
                List.of(
                        new Volume(
                                "data",
                                "/data",
                                false,
                                false,
                                "derived from DATABASE_URL in monorepo.env")),
                new Edge(true, 8080, 8443),
                Optional.empty(),
                Map.of(),
                Timing.DEFAULT,
                Resources.DEFAULT,
                new Images("mapa-kms:1.4.0", BASES),
                3);
    }

    /** Everything that can be set is set, and as awkward as the planner lets it be. */
    static Application rich() {
        return new Application(
                        "shop",
                        "Staging",
                        Optional.of("shop.example"),
                        Layout.SINGLE,
                        List.of(
                                frontend(
                                        "web client",
                                        List.of("npm ci --include=dev"),
                                        List.of(
                                                "echo \"it's $HOME; # <<EOF }\" && npm run build\n# end"),
                                        "build/it's"),
                                backend(
                                        "crates/$shop",
                                        new BuildFacts.Rust(
                                                "crates",
                                                "shop-api",
                                                "shop",
                                                true,
                                                Map.of(
                                                        "Cargo.toml",
                                                        "[workspace]\n",
                                                        "$shop/Cargo.toml",
                                                        "[package]\nname = \"shop-api\"\n"),
                                                List.of("shop-api")),
                                        List.of("cargo build --features \"a b\" # 'x' $Y\n&& true"),
                                        true,
                                        "target/re lease/it's $(shop) #1",
                                        8080,
                                        "/health;v=1&x='y'")),
                        List.of(
                                new Route("/", "frontend", false, Sourced.DEFAULT),
                                new Route("/v1.0/api", "backend", false, "set"),
                                new Route("/rpc", "backend", true, "set")),
                        new Variables(
                                Map.of(
                                        "PORT", new Sourced<>("8080", "my env:1"),
                                        "SECRET", new Sourced<>("never-to-be-seen", "my env:2"))),
                        List.of("monorepo.env", "conf/my env"),
                        List.of(
                                new Volume("shop-data", "/var/lib/it's $DATA", false, false, "set"),
                                new Volume("/srv/a: \"b\" #c", "/import", true, false, "set")),
                        new Edge(true, 80, 8443),
                        Optional.of(new Tls("/etc/tls/chain.pem", "/etc/tls/key.pem")),
                        Map.of(
                                "connect-src",
                                        List.of("https://api.example", "wss://live.example:8443"),
                                "frame-ancestors", List.of("https://portal.example")),
                        new Timing(
                                Duration.ofMinutes(60),
                                Duration.ofSeconds(90),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(15),
                                Duration.ZERO),
                        new Resources(
                                Optional.of("512m"),
                                Optional.of("1.5"),
                                1,
                                new RequestLimits(
                                        OptionalInt.of(50), "250m", Duration.ofMinutes(5))),
                        new Images("registry.example:5000/shop:1.0", BASES),
                        3)
                .with(awkward());
    }

    private static Surroundings awkward() {
        Hook migrates =
                new Hook(
                        List.of("/bin/sh", "-c", "echo \"it's $HOME; }\" # ${x}\nmigrate"),
                        "backend",
                        "set");
        Secret secret =
                new Secret(
                        "db.password",
                        "/srv/it's $HOME: #1",
                        Optional.empty(),
                        List.of("DATABASE_PASSWORD"));
        return Surroundings.NONE
                .with(new Hooks(Optional.of(migrates), Optional.empty(), Hooks.LIMIT))
                .with(List.of(secret));
    }

    /** Pages, two back ends of which one has a worker, and one port that all of them would take. */
    static Application several() {
        Application plain = plain();
        Service orders = backend("orders", 3000, "/health");
        Service stock = backend("stock", 3001, "/stock/health");
        Service mail =
                orders.but()
                        .name("orders-mail")
                        .kind(ServiceKind.WORKER)
                        .port(Optional.empty())
                        .health(Optional.empty())
                        .start(
                                new Start(
                                        "binary",
                                        List.of("/app/orders/mapas-km-backend", "--mail=it's"),
                                        Optional.of("mapas-km-backend")))
                        .partOf(Optional.of("orders"))
                        .service();
        return withRoutes(
                withServices(plain, List.of(react(), orders, stock, mail)),
                List.of(
                        new Route("/api/orders", "orders", true, Sourced.DEFAULT),
                        new Route("/api/stock", "stock", true, Sourced.DEFAULT),
                        new Route("/", "frontend", false, Sourced.DEFAULT)));
    }

    private static Service backend(String name, int port, String health) {
        return rust().but()
                .name(name)
                .path(name)
                .start(
                        new Start(
                                "binary",
                                List.of("/app/" + name + "/mapas-km-backend"),
                                Optional.of("mapas-km-backend")))
                .port(Optional.of(new Sourced<>(port, "src/main.rs:1")))
                .health(Optional.of(new Health(health, "src/main.rs:2")))
                .variables(Map.of("ROCKET_PORT", "{port}"))
                .service();
    }

    /** Pages that a process renders, beside a back end. */
    static Application serverRendered() {
        Service pages =
                backend("frontend", 3100, "/up").but().kind(ServiceKind.SSR_FRONTEND).service();
        return withRoutes(
                withServices(plain(), List.of(pages, backend("backend", 3000, "/health"))),
                List.of(
                        new Route("/api", "backend", false, Sourced.DEFAULT),
                        new Route("/", "frontend", false, Sourced.DEFAULT)));
    }

    /** The same with pages of a generator. */
    static Application ofPages(String framework) {
        Service pages = react().but().framework(Optional.of(framework)).service();
        return withServices(plain(), List.of(pages, rust()));
    }

    /** Binaries that are not only static: linked to libraries, and with pages in them. */
    static Application linked() {
        Service ledger =
                backend(
                                "ledger",
                                new BuildFacts.Rust(
                                        "ledger",
                                        "ledger",
                                        "ledger",
                                        true,
                                        new CargoDirectories(
                                                ".",
                                                List.of("shared/money"),
                                                List.of("shared/Cargo.toml"),
                                                List.of("ledger/patched/pq"),
                                                List.of("ledger/vendor")),
                                        Map.of(
                                                "ledger/Cargo.toml",
                                                        "[package]\nname = \"ledger\"\n",
                                                "ledger/src/main.rs", "fn main() {}\n",
                                                "shared/Cargo.toml", "[workspace]\n",
                                                "shared/money/Cargo.toml",
                                                        "[package]\nname = \"money\"\n",
                                                "shared/money/src/lib.rs", ""),
                                        List.of("ledger", "money"),
                                        Optional.of(
                                                new DebianLibraries(
                                                        List.of("pkg-config", "libpq-dev"),
                                                        List.of("libpq5"))),
                                        List.of(),
                                        List.of("Rocket.toml", "templates"),
                                        Map.of("SQLX_OFFLINE", "true")),
                                List.of("cargo build --release --locked --bin ledger"),
                                false,
                                "target/release/ledger",
                                3000,
                                "/health")
                        .but()
                        .name("ledger")
                        .start(new Start("binary", List.of("/app/ledger/ledger"), Optional.empty()))
                        .service();
        Service photos =
                go(
                        "photos",
                        new GoFacts(
                                ".",
                                List.of("go.work", "photos/go.mod", "photos/go.sum"),
                                "./cmd/it's $HOME",
                                true,
                                false,
                                List.of("frontend/dist"),
                                List.of("assets/lang", "templates"),
                                List.of("libvips-dev"),
                                List.of("libvips42t64")));
        Service mail =
                go(
                        "mail",
                        new GoFacts(
                                "mail",
                                List.of("go.mod", "go.sum"),
                                ".",
                                false,
                                true,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()));
        return withRoutes(
                withServices(plain(), List.of(react(), ledger, photos, mail)),
                List.of(
                        new Route("/api/ledger", "ledger", true, Sourced.DEFAULT),
                        new Route("/api/mail", "mail", true, Sourced.DEFAULT),
                        new Route("/", "photos", false, Sourced.DEFAULT)));
    }

    private static Service go(String name, GoFacts facts) {
        return Service.at(name, ServiceKind.BACKEND, Ecosystem.GO)
                .name(name)
                .packageManager(Optional.of("go"))
                .output(Optional.of(name))
                .start(new Start("binary", List.of("/app/" + name + "/" + name), Optional.of(name)))
                .port(Optional.of(new Sourced<>(8080, name + "/main.go:1")))
                .facts(facts)
                .accuracy(Accuracy.HIGH)
                .service();
    }

    static Application withServices(Application a, List<Service> services) {
        return a.but().services(services).application();
    }

    static Application withAccessories(Application a, List<Accessory> accessories) {
        return a.with(a.surroundings().withAccessories(accessories));
    }

    /** A database whose every word is awkward, and a cache of which nothing is said. */
    static List<Accessory> accessories() {
        return List.of(
                new Accessory(
                        "db",
                        "docker.io/library/postgres:17",
                        Optional.empty(),
                        new Variables(
                                Map.of(
                                        "ODD",
                                        new Sourced<>(
                                                "it's \"$X\"\n${Y}: #;}\nimage: z", Variables.POM),
                                        "POSTGRES_PASSWORD",
                                        new Sourced<>("never-to-be-seen", "monorepo.env:7"))),
                        List.of(
                                new Volume("pg", "/var/lib/postgresql/data", false, false, "x"),
                                new Volume("/srv/it's $c", "/etc/pg.d", true, false, "x")),
                        Optional.of("pg_isready -U \"$POSTGRES_USER\" #'\n&& true"),
                        new Resources(
                                Optional.of("1g"), Optional.of("2"), 1, RequestLimits.DEFAULT),
                        List.of("-c", "log_line_prefix=%m \"$\"")),
                new Accessory(
                        "no",
                        "docker.io/library/redis:8",
                        Optional.of("999:999"),
                        Variables.NONE,
                        List.of(),
                        Optional.empty(),
                        Resources.DEFAULT,
                        List.of()));
    }

    static Application withRoutes(Application a, List<Route> routes) {
        return a.but().routes(routes).application();
    }

    static Application withVolumes(Application a, List<Volume> volumes) {
        return a.but().volumes(volumes).application();
    }

    static Application withOrigins(Application a, Map<String, List<String>> origins) {
        return a.but().origins(origins).application();
    }

    static Application withLayout(Application a, Layout layout) {
        return a.but().layout(layout).application();
    }

    static Application withHealth(Application a, String health) {
        return withServices(
                a,
                List.of(
                        react(),
                        backend(
                                "backend",
                                rust().facts(),
                                List.of(),
                                false,
                                "target/release/app",
                                3000,
                                health)));
    }

    static Service react() {
        return frontend("frontend", List.of("npm ci"), List.of("npm run build"), "dist");
    }

    static Service frontend(String path, List<String> install, List<String> build, String output) {
        return Service.at(path, ServiceKind.STATIC_FRONTEND, Ecosystem.NODE)
                .name("frontend")
                .framework(Optional.of("vite"))
                .packageManager(Optional.of("npm"))
                .install(install)
                .build(build)
                .output(Optional.of(output))
                .start(Start.ofStaticFiles())
                .facts(
                        new NodeFacts(
                                path,
                                List.of(),
                                Optional.of("package-lock.json"),
                                List.of("package-lock.json", "package.json"),
                                List.of(),
                                Map.of("npm_config_fund", "false"),
                                Map.of(),
                                List.of(new BuildCache("node_modules/.cache", List.of())),
                                List.of(new ApiBase("VITE_API_BASE", List.of("/towns"))),
                                List.of(),
                                List.of(),
                                Optional.empty()))
                .accuracy(Accuracy.HIGH)
                .service();
    }

    static Service rust() {
        return backend(
                "backend",
                new BuildFacts.Rust(
                        "backend",
                        "mapas-km-backend",
                        "mapas-km-backend",
                        false,
                        Map.of(
                                "Cargo.toml",
                                "[package]\nname = \"mapas-km-backend\"\nversion = \"0.0.1\"\n",
                                "src/main.rs",
                                "fn main() {}\n"),
                        List.of("mapas-km-backend")),
                List.of("cargo build --release --locked --bin mapas-km-backend"),
                false,
                "target/x86_64-unknown-linux-musl/release/mapas-km-backend",
                3000,
                "/health");
    }

    static Service backend(
            String path,
            BuildFacts facts,
            List<String> build,
            boolean buildSetByUser,
            String output,
            int port,
            String health) {
        return Service.at(path, ServiceKind.BACKEND, Ecosystem.RUST)
                .name("backend")
                .framework(Optional.of("axum"))
                .packageManager(Optional.of("cargo"))
                .build(build)
                .buildSetByUser(buildSetByUser)
                .output(Optional.of(output))
                .start(
                        Start.ofBinary(
                                facts instanceof BuildFacts.Rust rust ? rust.binary() : "backend"))
                .port(Optional.of(new Sourced<>(port, "src/main.rs:1")))
                .health(Optional.of(new Health(health, "src/main.rs:2")))
                .facts(facts)
                .accuracy(Accuracy.HIGH)
                .service();
    }
}
