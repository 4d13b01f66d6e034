package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.node.DevProject;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A program of Node.js: by the script that the project has for that, or by {@code node --watch}.
 */
final class NodeLaunch {
    private static final List<String> SCRIPTS =
            List.of("start:dev", "dev", "develop", "start:watch", "watch");
    private static final Pattern COMPILES =
            Pattern.compile(
                    "(?:[A-Z_]+=\\S+ +)*(?:npx +)?(?:tsc|tsup|esbuild|swc|babel|rollup|webpack)\\b"
                            + "[^&|;]*\\s(?:-w|--watch)\\b[^&|;]*");
    private static final Pattern RELOADS =
            Pattern.compile(
                    "nodemon|node-dev|tsnd|--watch|--hot|\\bwatch\\b|\\bdevelop\\b|\\bdev\\b"
                            + "|concurrently|run-p|npm-run-all|turbo|\\bnx\\b|\\s-w\\b");
    private static final Set<String> ENDINGS =
            Set.of(".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".json", ".graphql", ".sql");

    private NodeLaunch() {}

    static Launch of(
            Service service, Optional<DevProject> project, Tree tree, Predicate<String> onPath) {
        NodeTool tool = NodeTool.of(service, onPath);
        Optional<String> script =
                project.flatMap(p -> SCRIPTS.stream().filter(p.scripts()::containsKey).findFirst());
        String text = script.map(name -> project.orElseThrow().scripts().get(name)).orElse("");
        List<Step> before = new ArrayList<>(tool.installation(service, tree));
        Sources sources = new Sources(service.path(), ENDINGS);
        if (script.isEmpty() || !service.partOf().isEmpty()) {
            return started(service, tool, sources).after(before);
        }
        String run = tool.run(script.get(), "");
        if (COMPILES.matcher(text).matches()) {
            // It compiles and starts nothing: beside it the program is started, and seen to.
            before.addAll(tool.build(service));
            return Launch.reloading(run + " & " + Launch.exec(watching(service)), tool.program())
                    .after(before);
        }
        Launch launch =
                RELOADS.matcher(text).find()
                        ? Launch.reloading(Launch.exec(run), tool.program())
                        : Launch.watched(Launch.exec(run), tool.program(), sources);
        return launch.after(before);
    }

    private static Launch started(Service service, NodeTool tool, Sources sources) {
        String start = Command.of(service.start().argv()).toString();
        boolean node = service.start().argv().get(0).equals("node");
        if (node && service.build().isEmpty()) {
            return Launch.reloading(Launch.exec(watching(service)), "node");
        }
        List<String> lines = new ArrayList<>();
        tool.build(service).forEach(step -> lines.add(step.line()));
        lines.add(Launch.exec(start));
        return Launch.watched(String.join(" && ", lines), tool.program(), sources);
    }

    private static String watching(Service service) {
        String start = Command.of(service.start().argv()).toString();
        return start.startsWith("node ") ? "node --watch " + start.substring(5) : start;
    }
}
