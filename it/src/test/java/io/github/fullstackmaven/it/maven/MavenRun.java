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
     * Returns the one line that names a finding; fails where none does, and where the line is not
     * whole: what is wrong, then the remedy.
     */
    public String finding(String id) {
        List<String> naming =
                lines().stream().filter(l -> l.contains(id + " ")).distinct().toList();
        assertThat(naming).as("lines with %s in%n%s", id, output).isNotEmpty();
        String line = naming.get(0).substring(naming.get(0).indexOf(id));
        assertThat(line).as("what is wrong; remedy").matches(".+; .+");
        assertThat(output).as("no stack trace").doesNotContain("\tat io.github.fullstackmaven");
        return line;
    }
}
