package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.maven.Maven;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows the tutorial sees what it says. */
class TutorialIT {
    private static final String PORT = "8080";

    @TempDir Path directory;
    private final String port = String.valueOf(FreePorts.next());
    private Path at;

    @AfterEach
    void takeDown() {
        Maven.in(at)
                .run(
                        Maven.goal("undeploy"),
                        "-Dfullstack.name=towns",
                        "-Dfullstack.env=PRO",
                        "-Dfullstack.removeVolumes",
                        "-Dfullstack.httpPort=" + port);
    }

    @Test
    void whoeverFollowsItSeesWhatItSays() throws Exception {
        at = directory;
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Maven.program(
                programs,
                "-Dfullstack.httpPort=" + port,
                "-Dfullstack.httpsPort=" + FreePorts.next());
        Path page = Path.of(System.getProperty("it.directory"), "../src/site/markdown/tutorial.md");
        Tutorial tutorial = Tutorial.of(Files.readString(page));

        assertThat(tutorial.steps()).hasSizeGreaterThan(5);
        for (Tutorial.Step step : tutorial.steps()) {
            String output = typed(step.commands().replace(PORT, port), programs);
            assertThat(step.missing(output)).as("%s%n%s", step.commands(), output).isEmpty();
        }
    }

    private String typed(String commands, Path programs) throws Exception {
        Path where = directory.resolve("where");
        Path log = directory.resolve("log");
        ProcessBuilder shell =
                new ProcessBuilder(
                        "bash", "-euo", "pipefail", "-c", commands + "\npwd >\"$WHERE\"");
        Map<String, String> environment = shell.environment();
        environment.put("WHERE", where.toString());
        environment.put("PATH", programs + File.pathSeparator + environment.get("PATH"));
        environment.remove("MAVEN_OPTS");
        Process process =
                shell.directory(at.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(commands).isTrue();
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as("%s%n%s", commands, output).isZero();
        at = Path.of(Files.readString(where).strip());
        return output;
    }
}
