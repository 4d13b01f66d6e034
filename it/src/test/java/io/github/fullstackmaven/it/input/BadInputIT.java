package io.github.fullstackmaven.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.maven.Pom;
import io.github.fullstackmaven.it.maven.SideBySide;
import io.github.fullstackmaven.it.sample.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is wrong with the input, the user reads one line that says what, where, and what to do;
 * the build fails, and no file is left behind.
 */
class BadInputIT {
    private Repository repository;

    @BeforeEach
    void fresh(@TempDir Path directory) throws IOException {
        repository = Repository.in(directory);
    }

    @Test
    @SideBySide
    void anUnknownPropertyIsAnsweredWithTheNearestName() throws IOException {
        assertThat(repository.refused("-Dfullstack.domian=mapakms.com").finding("FS-CONFIG-001"))
                .contains("fullstack.domian", "did you mean fullstack.domain?");
    }

    @Test
    @SideBySide
    void aMissingRepositoryIsNamed() throws IOException {
        assertThat(repository.refused("-Dfullstack.monorepo=nowhere").finding("FS-CONFIG-002"))
                .contains("nowhere");
    }

    @Test
    @SideBySide
    void aMissingDirectoryIsNamed() throws IOException {
        assertThat(repository.refused("-Dfullstack.frontendDir=fronted").finding("FS-REQUEST-011"))
                .contains("fronted", "frontend");
    }

    @Test
    @SideBySide
    void aRepositoryWithoutAnythingToDeployIsRefused() throws IOException {
        repository.without("frontend").without("backend");
        assertThat(repository.refused().finding("FS-DETECT-002")).contains("front end");
    }

    @Test
    @SideBySide
    void aRepositoryWithoutAFrontEndIsRefusedOutsideOfDevelopment() throws IOException {
        assertThat(
                        repository
                                .without("frontend")
                                .refused("-Dfullstack.env=PRO")
                                .finding("FS-DETECT-012"))
                .contains("front end", "fullstack.frontendDir");
    }

    @Test
    @SideBySide
    void aRepositoryWithoutABackEndIsRefusedOutsideOfDevelopment() throws IOException {
        assertThat(
                        repository
                                .without("backend")
                                .refused("-Dfullstack.env=PRO")
                                .finding("FS-DETECT-013"))
                .contains("back end", "fullstack.backendDir");
    }

    @Test
    @SideBySide
    void twoFrontEndsAreBothNamed() throws IOException {
        repository.copied("frontend", "admin").copied("frontend", "shop").without("frontend");
        assertThat(repository.refused().finding("FS-DETECT-004"))
                .contains("shop", "admin", "fullstack.frontendDir");
    }

    @Test
    @SideBySide
    void twoBinariesAreBothNamedWithTheSettingThatChooses() throws IOException {
        repository
                .with("backend/src/bin/one.rs", "fn main() {}\n")
                .with("backend/src/bin/two.rs", "fn main() {}\n")
                .with(
                        "backend/Cargo.toml",
                        """
                        [package]
                        name = "towns"
                        version = "0.1.0"
                        edition = "2021"
                        autobins = false

                        [[bin]]
                        name = "one"

                        [[bin]]
                        name = "two"
                        """);
        assertThat(repository.refused().finding("FS-RUST-002"))
                .contains("one", "two", "fullstack.backendStart");
    }

    @Test
    @SideBySide
    void aBuildCommandWithoutItsOutputIsRefused() throws IOException {
        assertThat(repository.refused("-Dfullstack.backendBuild=make").finding("FS-REQUEST-012"))
                .contains("backendOutput");
    }

    @Test
    @SideBySide
    void brokenTomlIsNamedWithFileAndLine() throws IOException {
        repository.with("backend/Cargo.toml", "[package]\nname = \"towns\nversion = \"0.1.0\"\n");
        assertThat(repository.refused().finding("FS-DETECT-001")).contains("backend/Cargo.toml:2");
    }

    @Test
    @SideBySide
    void brokenJsonIsNamedWithFileAndLine() throws IOException {
        repository.with(
                "frontend/package.json", "{\n  \"name\": \"page\",\n  \"scripts\": {]\n}\n");
        assertThat(repository.refused().finding("FS-DETECT-001"))
                .contains("frontend/package.json:3");
    }

    @Test
    @SideBySide
    void aPortThatIsNoneIsRefused() throws IOException {
        assertThat(repository.refused("-Dfullstack.backendPort=70000").finding("FS-CONFIG-004"))
                .contains("-Dfullstack.backendPort", "70000", "65535");
    }

    @Test
    @SideBySide
    void aTemplateThatDoesNotParseIsNamedWithFileAndLine() throws IOException {
        repository.with("src/fullstack/templates/Dockerfile.vm", "FROM x\n#if(\n");
        assertThat(repository.refused().finding("FS-TEMPLATE-001")).contains("Dockerfile.vm");
    }

    @Test
    @SideBySide
    void anEnvFileIsComplainedAboutWithoutItsValue() throws IOException {
        repository.with("monorepo.env", "GOOD=1\nhunter2 is no assignment\n");
        String finding = repository.refused().finding("FS-ENV-002");
        assertThat(finding).contains("monorepo.env:2").doesNotContain("hunter2");
    }

    @Test
    @SideBySide
    void aTypingErrorInAnAccessoryIsAnsweredWithTheNearestName() throws IOException {
        String pom =
                Pom.configured(
                        "it-accessory",
                        """
                        <accessories>
                          <accessory>
                            <name>db</name>
                            <image>docker.io/library/postgres:17</image>
                            <volumn>pg:/var/lib/postgresql/data</volumn>
                          </accessory>
                          <accessory><name>cache</name></accessory>
                        </accessories>
                        """);

        MavenRun run = repository.with("pom.xml", pom).refused();

        assertThat(run.finding("FS-CONFIG-001")).contains("volumn", "did you mean volume?");
        assertThat(run.finding("FS-ACCESSORY-009")).contains("<accessory> cache", "<image>");
    }

    @Test
    @SideBySide
    void everyFaultIsNamedAtOnce() throws IOException {
        String output =
                repository
                        .refused("-Dfullstack.backendPort=70000", "-Dfullstack.layout=triple")
                        .output();
        assertThat(output).contains("-Dfullstack.backendPort", "-Dfullstack.layout");
    }

    @Test
    @SideBySide
    void whatIsLeftOutWritesNothingAndSaysWhy() throws IOException {
        Map<String, String> before = Directories.digests(repository.path("."));
        assertThat(repository.type("render", "-Dfullstack.skip").succeeded().output())
                .contains("fullstack.skip");
        assertThat(repository.type("render", "-Dfullstack.render.skip").succeeded().output())
                .contains("fullstack.render.skip");
        assertThat(Directories.digests(repository.path("."))).isEqualTo(before);
    }

    @Test
    @SideBySide
    void aDryRunWritesNothing() throws IOException {
        Map<String, String> before = Directories.digests(repository.path("."));
        assertThat(repository.type("render", "-Dfullstack.dryRun").succeeded().output())
                .contains("Dockerfile");
        assertThat(Directories.digests(repository.path("."))).isEqualTo(before);
    }
}
