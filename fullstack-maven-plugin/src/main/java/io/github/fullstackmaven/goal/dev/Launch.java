package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.model.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a service is started for those who work at it.
 *
 * @param before what is done once before, in the service's directory or that of its workspace
 * @param line the line for a shell, in the service's directory
 * @param sources what is watched to start it again; absent: it sees to that itself
 * @param environment what it finds in its environment besides
 * @param tools the programs that have to be on the {@code PATH}
 * @param findings what is to be said about it
 */
record Launch(
        List<Step> before,
        String line,
        Optional<Sources> sources,
        Map<String, String> environment,
        List<String> tools,
        List<Finding> findings) {
    Launch {
        before = List.copyOf(before);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        tools = List.copyOf(tools);
        findings = List.copyOf(findings);
    }

    /** A program that sees itself when a source changes. */
    static Launch reloading(String line, String tool) {
        return new Launch(List.of(), line, Optional.empty(), Map.of(), List.of(tool), List.of());
    }

    /** A program that is started again when a source changes. */
    static Launch watched(String line, String tool, Sources sources) {
        return new Launch(
                List.of(), line, Optional.of(sources), Map.of(), List.of(tool), List.of());
    }

    /** Returns the same after something was done. */
    Launch after(List<Step> steps) {
        return new Launch(steps, line, sources, environment, tools, findings);
    }

    /** Returns the same with something in its environment. */
    Launch with(Map<String, String> variables) {
        return new Launch(before, line, sources, variables, tools, findings);
    }

    /** Returns the same with something to be said about it. */
    Launch saying(Finding finding) {
        return new Launch(before, line, sources, environment, tools, List.of(finding));
    }

    /** Returns a line that becomes its last program, so that no shell stands before it. */
    static String exec(String line) {
        boolean plain = line.matches("[A-Za-z0-9_@%+=:,./' -]+") && !line.matches("[A-Z_]+=.*");
        return plain ? "exec " + line : line;
    }
}
