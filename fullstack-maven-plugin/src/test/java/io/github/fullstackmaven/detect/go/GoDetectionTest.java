package io.github.fullstackmaven.detect.go;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoDetectionTest {
    private static final String SERVER =
            """
            package main

            import "net/http"

            func main() { http.ListenAndServe(":8080", nil) }
            """;
    private static final String TOOL = "package main\n\nfunc main() {}\n";

    private final MemoryTree tree = new MemoryTree();

    private GoDetectionTest module(String directory, String path, String... lines) {
        tree.with(
                (directory + "/go.mod").replaceFirst("^\\./", ""),
                "module " + path + "\n\ngo 1.25\n\n" + String.join("\n", lines) + "\n");
        return this;
    }

    private Answer answer(Hints hints) {
        Detector detector = new Detector(tree);
        Site site =
                detector.survey().sites().stream()
                        .filter(s -> s.isBackend() || s.kind() == ServiceKind.WORKER)
                        .findFirst()
                        .orElseThrow();
        return detector.look(site, hints);
    }

    private Service service() {
        return answer(Hints.NONE).service();
    }

    private GoFacts facts() {
        return (GoFacts) service().facts();
    }

    private String target() {
        return facts().target();
    }

    private List<String> findings() {
        return answer(Hints.NONE).findings().stream().map(Finding::id).toList();
    }

    @Test
    void takesTheProgramOfTheModulesOwnDirectory() {
        module("b", "example.org/shop/v2");
        tree.with("b/main.go", SERVER).with("b/cmd/import/main.go", TOOL);
        assertThat(target()).isEqualTo(".");
        assertThat(service().start().argv()).containsExactly("/app/shop");
        assertThat(service().build())
                .containsExactly("go build -trimpath -ldflags=\"-s -w -buildid=\" -o shop .");
    }

    @Test
    void takesTheOnlyProgramWhereverItLies() {
        module("b", "example.org/shop");
        tree.with("b/internal/deep/run/main.go", SERVER).with("b/shop.go", "package shop\n");
        assertThat(target()).isEqualTo("./internal/deep/run");
    }

    @Test
    void takesTheProgramWithAServersName() {
        module("b", "example.org/shop");
        tree.with("b/cmd/api/main.go", SERVER).with("b/cmd/migrate/main.go", TOOL);
        assertThat(target()).isEqualTo("./cmd/api");
    }

    @Test
    void takesTheProgramThatServes() {
        module("b", "example.org/shop");
        tree.with("b/cmd/one/main.go", TOOL).with("b/cmd/two/main.go", SERVER);
        assertThat(target()).isEqualTo("./cmd/two");
    }

    @Test
    void aProgramServesAlsoThroughAPackageOfTheModule() {
        module("b", "example.org/shop");
        tree.with("b/cmd/one/main.go", TOOL)
                .with(
                        "b/cmd/two/main.go",
                        "package main\nimport \"example.org/shop/web\"\nfunc main() { web.Run() }")
                .with("b/web/web.go", SERVER.replace("package main", "package web"));
        assertThat(target()).isEqualTo("./cmd/two");
        assertThat(service().port().map(Sourced::source)).contains("b/web/web.go:5");
    }

    @Test
    void neverGuessesBetweenTwoServers() {
        module("b", "example.org/shop");
        tree.with("b/cmd/one/main.go", SERVER).with("b/cmd/two/main.go", SERVER);
        Finding finding = answer(Hints.NONE).findings().get(0);
        assertThat(finding.id()).isEqualTo("FS-GO-003");
        assertThat(finding.message()).contains("one, two");
        assertThat(finding.remedy()).contains("fullstack.backendStart");
    }

    @Test
    void theUserNamesTheProgram() {
        module("b", "example.org/shop");
        tree.with("b/cmd/one/main.go", SERVER).with("b/cmd/two/main.go", SERVER);
        Sourced<String> start = new Sourced<>("two --serve", "fullstack.backendStart");
        Hints hints = new Hints(Optional.of(start), Optional.empty(), false);
        assertThat(answer(hints).service().start().entry()).contains("two");
    }

    @Test
    void leavesOutWhatNoBuildForLinuxHas() {
        module("b", "example.org/shop");
        tree.with("b/main.go", SERVER)
                .with("b/gen.go", "//go:build ignore\n\n" + TOOL)
                .with("b/cmd/tray/tray_windows.go", TOOL)
                .with("b/cmd/agent/main.go", "//go:build !linux && !darwin\n\n" + TOOL)
                .with("b/testdata/x/main.go", TOOL)
                .with("b/tools/gen/main.go", TOOL)
                .with("b/main_test.go", "package main_test\n");
        tree.without("b/main.go").with("b/cmd/server/main.go", SERVER);
        assertThat(target()).isEqualTo("./cmd/server");
    }

    @Test
    void aModuleWithoutAProgramIsALibrary() {
        module("lib", "example.org/lib");
        tree.with("lib/lib.go", "// package main is in another module\npackage lib\n");
        assertThat(new Detector(tree).survey().sites())
                .singleElement()
                .matches(site -> site.kind() == ServiceKind.LIBRARY);
    }

    @Test
    void aProgramThatServesNothingIsAWorker() {
        module("b", "example.org/shop");
        tree.with(
                "b/main.go",
                "package main\nimport \"net/http\"\nfunc main() { http.Get(\"x\") }\n");
        assertThat(service().kind()).isEqualTo(ServiceKind.WORKER);
    }

    @Test
    void frameworksAreKnownByTheModulesThatTheProgramImports() {
        module("b", "example.org/shop", "require (", "github.com/labstack/echo/v4 v4.1.0", ")");
        tree.with(
                "b/main.go",
                "package main\nimport \"github.com/labstack/echo/v4\"\nfunc main() {"
                        + " e := echo.New(); e.Start(\":1323\") }\n");
        assertThat(service().framework()).contains("echo");
        assertThat(service().port().map(Sourced::value)).contains(1323);
    }

    @Test
    void readsWhatGoWorkUsesAndNothingElse() {
        tree.with("go.work", "go 1.25\n\nuse (\n\t./api\n\t./shared\n)\n")
                .with("other/go.mod", "module example.org/other\n")
                .with("other/main.go", TOOL);
        module("api", "example.org/api").module("shared", "example.org/shared");
        tree.with(
                        "api/main.go",
                        "package main\nimport \"example.org/shared\"\n"
                                + "func main() { shared.Serve() }\n")
                .with("shared/shared.go", SERVER.replace("package main", "package shared"));
        assertThat(service().path()).isEqualTo("api");
        assertThat(service().kind()).isEqualTo(ServiceKind.BACKEND);
        assertThat(facts().directory()).isEqualTo(".");
        assertThat(facts().manifests()).containsExactly("api/go.mod", "go.work", "shared/go.mod");
    }

    @Test
    void takesAlongTheModulesThatReplaceOthers() {
        module("api", "example.org/api", "replace example.org/x => ../x")
                .module("x", "example.org/x");
        tree.with("api/main.go", SERVER).with("x/x.go", "package x\n");
        assertThat(facts().directory()).isEqualTo(".");
        assertThat(facts().manifests()).containsExactly("api/go.mod", "x/go.mod");
    }

    @Test
    void aReplacementOutsideOfTheRepositoryIsAFinding() {
        module(".", "example.org/api", "replace example.org/x => ../../x");
        tree.with("main.go", SERVER);
        assertThat(findings()).containsExactly("FS-GO-004");
    }

    @Test
    void saysWhichLineOfGoModIsWrong() {
        tree.with("b/go.mod", "module example.org/x\n\nrequre example.org/y v1.0.0\n")
                .with("b/main.go", SERVER);
        Finding finding = answer(Hints.NONE).findings().get(0);
        assertThat(finding.id()).isEqualTo("FS-GO-001");
        assertThat(finding.file()).contains("b/go.mod");
        assertThat(finding.line()).hasValue(3);
    }

    @Test
    void theToolchainLineIsAMinimumAndComesBeforeTheGoLine() {
        module("b", "example.org/shop", "toolchain go1.26.2");
        tree.with("b/main.go", SERVER);
        assertThat(service().version("go-minimum")).contains("1.26.2");
        assertThat(service().version("go")).isEmpty();
    }

    @Test
    void aVersionFilePinsUnlessTheModuleNeedsMore() {
        module("b", "example.org/shop");
        tree.with("b/main.go", SERVER).with(".tool-versions", "nodejs 22.1.0\ngolang 1.25.3\n");
        assertThat(service().version("go")).contains("1.25.3");
        tree.with(".tool-versions", "golang 1.22.1\n");
        assertThat(service().version("go")).isEmpty();
        assertThat(findings()).containsExactly("FS-GO-005");
    }

    @Test
    void cTakesPartByAnImportOrByAModuleThatHasIt() {
        module("b", "example.org/shop");
        tree.with("b/main.go", SERVER);
        assertThat(facts().cgo()).isFalse();
        tree.with("b/c.go", "package main\n\n// #include <stdio.h>\nimport \"C\"\n");
        assertThat(facts().cgo()).isTrue();
        tree.without("b/c.go");
        module("b", "example.org/shop", "require github.com/davidbyttow/govips/v2 v2.16.0");
        assertThat(facts().cgo()).isTrue();
        assertThat(facts().buildPackages()).containsExactly("libvips-dev");
        assertThat(facts().runtimePackages()).containsExactly("libvips42t64");
    }

    @Test
    void beforeGo117TheSumsSayWhatIsUsed() {
        tree.with("b/go.mod", "module example.org/shop\n\ngo 1.14\n").with("b/main.go", SERVER);
        tree.with("b/go.sum", "github.com/mattn/go-sqlite3 v1.14.0/go.mod h1:x=\n");
        assertThat(facts().cgo()).isFalse();
        tree.with("b/go.sum", "github.com/mattn/go-sqlite3 v1.14.0 h1:x=\n");
        assertThat(facts().cgo()).isTrue();
    }

    @Test
    void knowsWhatIsEmbeddedAlsoBeforeItIsBuilt() {
        module(".", "example.org/shop");
        tree.with("main.go", SERVER.replace("import", "import _ \"example.org/shop/web\"\nimport"))
                .with(
                        "web/web.go",
                        "package web\n\n//go:embed all:dist/* schema.sql\nvar files embed.FS\n")
                .with("web/schema.sql", "");
        assertThat(facts().embedded()).containsExactly("web/dist");
    }

    @Test
    void takesAlongTheDirectoriesThatTheSourcesName() {
        module("b", "example.org/shop");
        tree.with(
                        "b/main.go",
                        SERVER
                                + "var t = glob(\"templates/*.html\")\n"
                                + "var m = open(\"file://migrations\")\nvar s = \"/static\"\n")
                .with("b/templates/a.html", "")
                .with("b/migrations/1.sql", "")
                .with("b/static/a.css", "");
        assertThat(facts().assets()).containsExactly("migrations", "templates");
    }

    @Test
    void aVendoredModuleDownloadsNothing() {
        module("b", "example.org/shop");
        tree.with("b/main.go", SERVER).with("b/vendor/modules.txt", "");
        assertThat(facts().vendored()).isTrue();
        assertThat(service().install()).isEmpty();
        assertThat(service().build().get(0)).contains("-mod=vendor");
    }

    @Test
    void aFileWithoutAModuleIsAProgramToo() {
        tree.with("main.go", SERVER);
        assertThat(target()).isEqualTo("main.go");
        assertThat(service().start().argv()).containsExactly("/app/main");
    }

    @Test
    void warnsOfAServerThatNobodyCanReach() {
        module("b", "example.org/shop");
        tree.with("b/main.go", SERVER.replace(":8080", "127.0.0.1:8080"));
        assertThat(findings()).containsExactly("FS-GO-011");
        assertThat(service().port().map(Sourced::value)).contains(8080);
    }

    @Test
    void theProcfileNamesTheProgramAndItsArguments() {
        module("b", "example.org/shop");
        tree.with("b/cmd/api/main.go", SERVER)
                .with("b/cmd/admin/main.go", SERVER)
                .with("b/Procfile", "web: bin/admin -port $PORT\nrelease: bin/admin migrate\n");
        assertThat(target()).isEqualTo("./cmd/admin");
        assertThat(service().start().argv()).containsExactly("/app/admin", "-port", "{port}");
        assertThat(answer(Hints.NONE).workers()).isEmpty();
    }

    @Test
    void theProcfilesOtherProcessesAreWorkers() {
        module("b", "example.org/shop");
        tree.with("b/main.go", SERVER)
                .with("b/cmd/mailer/main.go", TOOL)
                .with("b/Procfile", "web: shop\nqueue: shop work\nmail: go run ./cmd/mailer\n");
        List<Service> workers = answer(Hints.NONE).workers();
        assertThat(workers).extracting(Service::name).containsExactly("queue", "mail");
        assertThat(workers).allMatch(worker -> worker.kind() == ServiceKind.WORKER);
        assertThat(workers).allMatch(worker -> worker.port().isEmpty());
        assertThat(workers.get(0).start().argv()).containsExactly("/app/shop", "work");
        assertThat(workers.get(0).facts()).isEqualTo(facts());
        assertThat(workers.get(1).start().argv()).containsExactly("/app/mailer");
        assertThat(((GoFacts) workers.get(1).facts()).target()).isEqualTo("./cmd/mailer");
    }

    @Test
    void aVariableOfItsOwnForThePortIsGiven() {
        module("b", "example.org/shop");
        tree.with(
                "b/main.go",
                SERVER.replace("\":8080\"", "\":\" + os.Getenv(\"HTTP_PORT\")")
                        .replace("\"net/http\"", "(\n\"net/http\"\n\"os\"\n)"));
        assertThat(service().variables()).containsEntry("HTTP_PORT", "{port}");
    }

    @Test
    void beegosConfigurationSaysThePortAlsoWhereTheProgramIsNotChosen() {
        module("b", "example.org/shop", "require github.com/beego/beego/v2 v2.3.8");
        tree.with("b/conf/app.conf", "appname = shop\nhttpport = 1999\n")
                .with("b/cmd/one/main.go", SERVER)
                .with("b/cmd/two/main.go", SERVER);
        assertThat(service().port()).contains(new Sourced<>(1999, "b/conf/app.conf:2"));
    }
}
