package io.github.fullstackmaven.it.deployment;

import io.github.fullstackmaven.it.maven.MavenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations on the engine that a goal printed, announced or carried out, in their order. */
final class Operations {
    private static final Pattern LINE =
            Pattern.compile(
                    "^\\[INFO]\\s+(?:\\S\\s+)?"
                            + "((?:take lock|release lock|create \\w+|prepare volume|start \\w+|stop \\w+"
                            + "|configure edge|restore slot|add upstream|wait for health|switch edge"
                            + "|watch|drain|retire unit|prune release|remove \\w+|write journal)[^:]*):");

    private Operations() {}

    static List<String> in(MavenRun run) {
        List<String> operations = new ArrayList<>();
        for (String line : run.lines()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                operations.add(matcher.group(1).strip());
            }
        }
        return operations;
    }
}
