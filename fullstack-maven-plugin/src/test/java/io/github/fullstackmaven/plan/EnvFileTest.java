package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
    @Test
    void takesTheValueLiterallyToTheEndOfTheLine() {
        EnvFile file = EnvFile.parse("e", "# no\n\nA=1 # not a comment\r\nB= a=b '$C' \n  C=\n");
        assertThat(file.findings()).isEmpty();
        assertThat(file.values())
                .containsEntry("A", new Sourced<>("1 # not a comment", "e:3"))
                .containsEntry("B", new Sourced<>(" a=b '$C' ", "e:4"))
                .containsEntry("C", new Sourced<>("", "e:5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECRET",
                "export A=SECRET",
                "1A=SECRET",
                "=SECRET",
                "A B=SECRET",
                "Ä=SECRET"
            })
    void namesTheLineThatItCannotReadAndNeverItsValue(String line) {
        EnvFile file = EnvFile.parse("monorepo.env", "A=1\n" + line);
        assertThat(file.findings()).hasSize(1);
        assertThat(file.findings().get(0).toString())
                .startsWith("FS-ENV-002 monorepo.env:2: ")
                .doesNotContain("SECRET");
    }

    @Test
    void namesTheTwoLinesOfAVariableThatHasTwoValues() {
        EnvFile file = EnvFile.parse("monorepo.env", "A=SECRET1\nB=2\nA=SECRET2\n");
        assertThat(file.findings()).hasSize(1);
        assertThat(file.findings().get(0).toString())
                .startsWith("FS-ENV-006 monorepo.env:3: A has a value already, in monorepo.env:1")
                .doesNotContain("SECRET");
    }

    @Test
    void saysThatQuotesStayInTheValue() {
        EnvFile file = EnvFile.parse("e", "A=\"top secret\"");
        assertThat(file.values().get("A").value()).isEqualTo("\"top secret\"");
        assertThat(file.findings().get(0).toString()).contains("FS-ENV-003").doesNotContain("top");
    }

    @Test
    void theFileOfTheEnvironmentWins() {
        MemoryTree tree =
                Repositories.reactAndRust()
                        .with("monorepo.env", "A=1\nB=1")
                        .with("monorepo.pro.env", "B=2");
        Requests said = new Requests();
        said.environment = "PRO";
        Plan plan = Planner.plan(said.request(), tree);
        assertThat(plan.application().envFiles())
                .containsExactly("monorepo.env", "monorepo.pro.env");
        assertThat(plan.application().variables().values())
                .containsEntry("A", new Sourced<>("1", "monorepo.env:1"))
                .containsEntry("B", new Sourced<>("2", "monorepo.pro.env:1"));
    }

    @Test
    void everyFileWinsOverThePom() {
        MemoryTree tree = Repositories.reactAndRust().with("monorepo.env", "A=file");
        Requests said = new Requests();
        said.variables = Map.of("A", "pom", "B", "two\nlines");
        assertThat(Planner.plan(said.request(), tree).application().variables().values())
                .containsEntry("A", new Sourced<>("file", "monorepo.env:1"))
                .containsEntry("B", new Sourced<>("two\nlines", "<variables>"));
    }

    @Test
    void aVariableOfThePomNeedsANameThatAProcessCanHave() {
        Requests said = new Requests();
        said.variables = Map.of("log.level", "info");
        assertThat(Planner.plan(said.request(), Repositories.reactAndRust()).errors().get(0))
                .asString()
                .startsWith("FS-ENV-007 <variables>: \"log.level\" is no name of a variable");
    }

    @Test
    void aValueThatIsNotUtf8IsAnErrorAndNotSomethingElse() {
        EnvFile file = EnvFile.parse("e", "A=caf\uFFFD");
        assertThat(file.values()).isEmpty();
        assertThat(file.findings().get(0).toString())
                .startsWith("FS-ENV-002 e:1: the value of A is not in UTF-8");
    }

    @Test
    void aDirectoryIsNoFileOfVariables() {
        Requests said = new Requests();
        said.envFiles = Optional.of(List.of("backend"));
        assertThat(Planner.plan(said.request(), Repositories.reactAndRust()).errors().get(0))
                .asString()
                .startsWith("FS-ENV-001 backend: the file of variables cannot be read");
    }

    @Test
    void aNamedFileThatIsNotThereIsAnError() {
        Requests said = new Requests();
        said.envFiles = Optional.of(List.of("config/live.env"));
        assertThat(Planner.plan(said.request(), Repositories.reactAndRust()).errors().get(0))
                .hasToString(
                        "FS-ENV-001 config/live.env: the file of variables is not in the"
                                + " repository; create it, or correct fullstack.envFile");
    }
}
