package io.github.fullstackmaven.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.DiskTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a repository holds, the detector answers: with findings, never with an exception. */
@Timeout(60) // Against hanging alone; every one of these takes milliseconds.
class BadInputTest {
    private static final String VITE =
            """
            {"name": "pages", "scripts": {"build": "vite build"}, "devDependencies": {"vite": "8.0.0"}}
            """;
    private static final String AXUM =
            """
            [package]
            name = "shop"
            version = "1.0.0"
            [dependencies]
            axum = "0.8"
            """;

    @TempDir Path root;

    private record Said(List<Site> sites, List<Finding> findings) {
        List<String> services() {
            return sites.stream()
                    .filter(site -> site.kind() != ServiceKind.LIBRARY)
                    .map(site -> site.path() + " " + site.ecosystem().id())
                    .toList();
        }

        String findingsOf(String file) {
            return findings.stream()
                    .filter(finding -> finding.file().filter(file::equals).isPresent())
                    .map(Finding::toString)
                    .collect(Collectors.joining("\n"));
        }
    }

    private Said detect() {
        DiskTree tree = new DiskTree(root);
        Detector detector = new Detector(tree);
        List<Finding> findings = new ArrayList<>();
        List<Site> sites = detector.survey().sites();
        for (Site site : sites) {
            if (site.kind() != ServiceKind.LIBRARY) {
                findings.addAll(detector.look(site, Hints.NONE).findings());
            }
        }
        findings.addAll(detector.broken().values());
        findings.addAll(tree.findings());
        return new Said(sites, findings);
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void anEmptyRepositoryHoldsNothing() {
        assertThat(detect().sites()).isEmpty();
        assertThat(detect().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "package.json | {\"name\": \"a\",\\n  \"scripts\": {,} } | :2: | not valid JSON",
                "package.json | [] | :1: | no object at the top",
                "package.json | \"text\" | :1: | no object at the top",
                "package.json | '' | :1: | not valid JSON",
                "package.json | {\"a\": 1} x | :1: | not valid JSON",
                "Cargo.toml | [package\\nname = 1 | :1: | not valid TOML",
                "Cargo.toml | a = 1\\na = 2 | :2: | not valid TOML",
            })
    void aBrokenManifestIsNamedWithItsLineAndWhatWasExpected(
            String name, String text, String line, String message) throws IOException {
        write("app/" + name, text.replace("\\n", "\n"));
        assertThat(detect().findingsOf("app/" + name))
                .contains("FS-DETECT-001 app/" + name + line)
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "package.json, 1",
        "package.json, true",
        "package.json, []",
        "package.json, {\"a\":[{}]}",
        "package.json, null"
    })
    void valuesOfAWrongTypeAreAsGoodAsAbsent(String name, String value) throws IOException {
        StringBuilder text = new StringBuilder("{\"devDependencies\": {\"vite\": " + value + "}");
        for (String key :
                "name version scripts main engines workspaces packageManager devEngines dependencies volta type bin"
                        .split(" ")) {
            text.append(", \"").append(key).append("\": ").append(value);
        }
        write("web/" + name, text + "}");
        write("web/index.html", "");
        assertThat(detect().sites()).extracting(Site::path).contains("web");
    }

    @Test
    void aScriptWithMarksInUnusualPlacesIsAScript() throws IOException {
        for (String script : List.of("node -e \\\"a(); b();\\\"", ";", "' '", "&& &&", "\\\"")) {
            String name = "p" + script.hashCode();
            write(
                    name + "/package.json",
                    VITE.replace(
                            "\"scripts\": {",
                            "\"scripts\": {\"postinstall\": \"S\", \"prepare\": \"S\", \"start\": \"S\", "
                                    .replace("S", script)));
        }
        assertThat(detect().services()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"1", "true", "[]", "[[1]]", "{a=1}", "1979-05-27", "nan"})
    void tomlValuesOfAWrongTypeAreAsGoodAsAbsent(String value) throws IOException {
        for (String section : List.of("package", "dependencies", "bin", "workspace", "features")) {
            write("a-" + section + "/Cargo.toml", section + " = " + value);
        }
        write(
                "b/Cargo.toml",
                "[package]\nname = V\nversion = V\nworkspace = V\nedition = V\n[workspace]\nmembers = V\n[dependencies]\naxum = V\n"
                        .replace("V", value));
        write("c/pyproject.toml", "[project]\nname = V\ndependencies = V\n".replace("V", value));
        write("d/pyproject.toml", "project = V\ntool = V\n".replace("V", value));
        write("d/Pipfile", "packages = V\n".replace("V", value));
        assertThat(detect().sites()).isNotNull();
    }

    @Test
    void anAbsurdlyNestedManifestIsAFinding() throws IOException {
        String deep = "[".repeat(100_000);
        write("a/package.json", "{\"a\": " + deep);
        write("b/Cargo.toml", "a = " + deep);
        write("c/pyproject.toml", "a = " + "{a=".repeat(50_000));
        Said said = detect();
        assertThat(said.findingsOf("a/package.json")).contains("FS-DETECT-001");
        assertThat(said.findingsOf("b/Cargo.toml")).contains("FS-DETECT-001");
    }

    @Test
    void cyclicWorkspacesEnd() throws IOException {
        write("cargo/Cargo.toml", "[workspace]\nmembers = [\"a\", \".\", \"a/..\"]\n" + AXUM);
        write("cargo/src/main.rs", "fn main() {}");
        write(
                "cargo/a/Cargo.toml",
                AXUM + "shop = { path = \"..\" }\n[workspace]\nmembers = [\"..\"]");
        write("crates/x/Cargo.toml", "[package]\nname = \"x\"\nworkspace = \"../y\"");
        write("crates/y/Cargo.toml", "[package]\nname = \"y\"\nworkspace = \"../x\"");
        write("npm/package.json", "{\"name\": \"r\", \"workspaces\": [\".\", \"a\", \"../npm\"]}");
        write(
                "npm/a/package.json",
                VITE.replace("{\"name\"", "{\"workspaces\": [\"..\"], \"name\""));
        write("pnpm/package.json", "{\"name\": \"r\"}");
        write("pnpm/pnpm-workspace.yaml", "packages: ['.', 'a', '**', '../pnpm']");
        write("pnpm/a/package.json", VITE);
        write("pnpm/a/pnpm-workspace.yaml", "packages: ['..']");
        String module =
                "<project><artifactId>m</artifactId><modules><module>%s</module></modules></project>";
        write("mvn/pom.xml", module.formatted("a"));
        write("mvn/a/pom.xml", module.formatted(".."));
        write("mvn/b/pom.xml", module.formatted("."));
        write("go/go.work", "go 1.26\nuse (\n\t.\n\t./a\n\t../go\n)\n");
        write("go/go.mod", "module example.org/m\n\nreplace example.org/a => ./a\n");
        write("go/a/go.mod", "module example.org/a\n\nreplace example.org/m => ../\n");
        write("go/a/main.go", "package main\n\nfunc main() {}\n");
        write(
                "uv/pyproject.toml",
                "[project]\nname = \"u\"\n[tool.uv.workspace]\nmembers = [\".\", \"a\"]");
        write(
                "uv/a/pyproject.toml",
                "[project]\nname = \"a\"\n[tool.uv.workspace]\nmembers = [\"..\"]");
        write(
                "gradle/settings.gradle",
                "include ':', ':a', ':a:b'\nincludeBuild '..'\nincludeBuild '.'");
        write("gradle/build.gradle", "plugins { id 'java' }");
        write("pip/requirements.txt", "-r requirements.txt\n-r ../pip/more.txt\nflask\n");
        write("pip/more.txt", "-r requirements.txt\n-c more.txt\n");
        write("pip/app.py", "from flask import Flask\napp = Flask(__name__)\n");
        assertThat(detect().services()).contains("npm/a node", "pnpm/a node");
    }

    @Test
    void linksInACircleEnd() throws IOException {
        write("web/package.json", VITE);
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(root.resolve("web/up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("web/here"), Path.of("."));
        Files.createDirectories(root.resolve("x"));
        Files.createSymbolicLink(root.resolve("x/package.json"), Path.of("package.json"));
        Files.createSymbolicLink(root.resolve("x/Cargo.toml"), Path.of("../x/Cargo.toml"));
        assertThat(detect().services()).containsExactly("web node");
    }

    @Test
    void nothingOutsideOfTheRepositoryIsRead() throws IOException {
        Path outside = Files.createDirectories(root.resolve("outside/crate"));
        Files.writeString(outside.resolve("Cargo.toml"), "broken [");
        Files.writeString(outside.resolve("package.json"), "broken [");
        root = Files.createDirectories(root.resolve("repository"));
        write("api/Cargo.toml", AXUM + "x = { path = \"../../outside/crate\" }\n");
        write("api/src/main.rs", "fn main() {}");
        write("rs/Cargo.toml", "[workspace]\nmembers = [\"../../outside/*\", \"/etc/*\"]");
        write("package.json", "{\"workspaces\": [\"../outside/*\", \"/etc/*\", \"web\"]}");
        write("web/package.json", VITE);
        write("pnpm-workspace.yaml", "packages: ['../outside/crate']");
        Files.createSymbolicLink(root.resolve("stolen"), outside);
        Said said = detect();
        assertThat(said.services()).containsExactly("api rust", "web node");
        assertThat(said.findings().toString())
                .doesNotContain("broken [")
                .doesNotContain("not valid");
    }

    @Test
    void aLockFileOfFiftyMegabytesIsNotReadAndSaysSo() throws IOException {
        write("web/package.json", VITE);
        write("api/Cargo.toml", AXUM);
        write("api/src/main.rs", "fn main() {}");
        huge(root.resolve("web/package-lock.json"), "{\"packages\": {\"\": \"", "\"}}");
        huge(root.resolve("api/Cargo.lock"), "version = 4\n# ", "");
        Said said = detect();
        assertThat(said.services()).containsExactly("api rust", "web node");
        assertThat(said.findingsOf("api/Cargo.lock")).contains("FS-SCAN-003");
        assertThat(said.findingsOf("web/package-lock.json")).contains("FS-SCAN-003");
    }

    private static void huge(Path file, String start, String end) throws IOException {
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 50; i++) {
                out.write(block);
            }
            out.write(end.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void tenThousandMembersAreNoTrouble() throws IOException {
        String npm =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"packages/p" + i + "\"")
                        .collect(Collectors.joining(","));
        write("package.json", "{\"workspaces\": [" + npm + "]}");
        String cargo =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"crates/c" + i + "\"")
                        .collect(Collectors.joining(","));
        write("rs/Cargo.toml", "[workspace]\nmembers = [" + cargo + "]");
        write("rs/crates/c17/Cargo.toml", AXUM);
        write("rs/crates/c17/src/main.rs", "fn main() {}");
        write("packages/p17/package.json", VITE);
        assertThat(detect().services()).contains("packages/p17 node", "rs/crates/c17 rust");
    }

    @Test
    void everyNameIsANameAndAFindingStaysOneLine() throws IOException {
        List<String> names =
                List.of("a b", "a'b", "a\"b", "a\nb", "ä ö", "日本", "$(x)", "-rf", "a\\b", "%s{}");
        for (String name : names) {
            write(name + "/web/package.json", VITE);
            write(name + "/api/Cargo.toml", AXUM);
            write(name + "/api/src/main.rs", "fn main() {}");
            write(name + "/broken/package.json", "{");
        }
        Said said = detect();
        assertThat(said.services())
                .contains("a b/web node", "a\"b/api rust", "ä ö/web node", "a\nb/web node");
        assertThat(said.services()).hasSize(2 * names.size());
        assertThat(said.findings()).allSatisfy(f -> assertThat(f.toString()).doesNotContain("\n"));
    }

    @Test
    void binaryRubbishIsNoManifest() throws IOException {
        for (String name :
                "package.json Cargo.toml Cargo.lock go.mod pyproject.toml pom.xml build.gradle composer.json mix.exs Gemfile a.csproj deno.json requirements.txt Pipfile angular.json pnpm-workspace.yaml Procfile Dockerfile go.work"
                        .split(" ")) {
            byte[] bytes = new byte[4096];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (i * 31);
            }
            Files.write(write("x/" + name, ""), bytes);
            Files.write(write("y-" + name + "/" + name, ""), bytes);
        }
        assertThat(detect().findingsOf("x/package.json")).contains("FS-DETECT-001");
        assertThat(detect().findingsOf("x/Cargo.toml")).contains("FS-DETECT-001");
    }

    @Test
    void aDirectoryWithTheNameOfAManifestIsNone() throws IOException {
        for (String name : List.of("package.json", "Cargo.toml", "go.mod", "pom.xml", "Gemfile")) {
            Files.createDirectories(root.resolve(name));
        }
        assertThat(detect().sites()).isEmpty();
    }
}
