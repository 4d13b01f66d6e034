package io.github.fullstackmaven.it.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * How one call of Maven ended.
 *
 * @param arguments what was typed after {@code mvn}
 * @param exit its exit code
 * @param output everything that it printed
 */
public record MavenRun(List<String> arguments, int exit, String output) {

    /** Asserts that the build succeeded. */
    public MavenRun succeeded() {
        assertThat(exit).as("mvn %s%n%s", String.join(" ", arguments), output).isZero();
        return this;
    }

    /** Asserts that the build failed. */
    public MavenRun failed() {
        assertThat(exit).as("mvn %s%n%s", String.join(" ", arguments), output).isNotZero();
        return this;
    }

    /** Returns what was printed, by line. */
    public List<String> lines() {
        return output.lines().toList();
    }

    /**
     * Returns the line of the failure that names a finding; fails where none does, and where it is
     * not whole: what is wrong, then the remedy.
     */
    public String finding(String id) {
        assertThat(output).as("no stack trace").doesNotContain("\tat io.github.fullstackmaven");
        List<String> naming =
                lines().stream()
                        .filter(l -> l.startsWith("[ERROR]") && l.contains(id + " "))
                        .map(l -> l.substring(l.indexOf(id)))
                        .toList();
        return naming.stream()
                .filter(l -> l.matches(".+; .+"))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no line with what is wrong; remedy of "
                                                + id
                                                + " among "
                                                + naming
                                                + " in\n"
                                                + output));
    }
}
