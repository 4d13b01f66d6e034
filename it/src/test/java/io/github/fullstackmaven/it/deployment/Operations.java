package io.github.fullstackmaven.it.deployment;

import io.github.fullstackmaven.it.maven.MavenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operations on the engine that a goal printed, in their order: announced with their cause
 * ({@code Would create unit x: the first release}) or carried out with their time ({@code create
 * unit x 0.3 s}).
 */
final class Operations {
    private static final String VERB =
            "(?:take|release|pull|create|prepare|start|stop|configure|restore|add|wait|switch|watch"
                    + "|drain|retire|prune|remove) ";

    private static final Pattern LINE =
            Pattern.compile(
                    "^\\[INFO] (?:Would |  )((?:"
                            + VERB
                            + "|write journal).*?)(?:: .*|\\s{2,}\\S.*)$");

    private Operations() {}

    static List<String> in(MavenRun run) {
        List<String> operations = new ArrayList<>();
        for (String line : run.lines()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                operations.add(matcher.group(1));
            }
        }
        return operations;
    }
}
