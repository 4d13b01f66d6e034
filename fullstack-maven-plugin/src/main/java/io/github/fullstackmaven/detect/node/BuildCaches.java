package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.model.BuildCache;
import io.github.fullstackmaven.scan.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a framework's build keeps for the next one, and a check of types. Where it is mounted it
 * cannot be removed, so that there is none where a script of the build cleans up, installs, or
 * hands over to a program that may (spec/detection.md, section 3).
 */
final class BuildCaches {
    private static final Pattern DISTURBS =
            Pattern.compile(
                    "(?<![\\w./-])(?:rm|rimraf|del|del-cli|trash|shx|git|install|i|ci|add|update"
                            + "|prune|clean[\\w:.-]*|mv|node|bun|deno|tsx|ts-node|sh|bash|make"
                            + "|gulp|grunt|nx)(?![\\w.-])");

    private final Tree tree;
    private final PackageJson project;
    private final Framework framework;

    BuildCaches(Tree tree, PackageJson project, Framework framework) {
        this.tree = tree;
        this.project = project;
        this.framework = framework;
    }

    /** Returns them for a build by that script; without one the framework's own command builds. */
    List<BuildCache> of(Optional<String> script) {
        boolean disturbed = script.isPresent() && disturbs(script.get(), new HashSet<>());
        return disturbed
                ? List.of()
                : TypeChecks.of(tree, project.directory()).over(framework.caches());
    }

    private boolean disturbs(String script, Set<String> seen) {
        return List.of("pre" + script, script, "post" + script).stream()
                .filter(seen::add)
                .map(project::script)
                .flatMap(Optional::stream)
                .anyMatch(text -> DISTURBS.matcher(text).find() || callsOne(text, seen));
    }

    private boolean callsOne(String text, Set<String> seen) {
        Matcher call = BuildCommands.CALL.matcher(text);
        while (call.find()) {
            if (disturbs(call.group(1), seen)) {
                return true;
            }
        }
        return false;
    }
}
