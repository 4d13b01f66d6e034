package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.node.DevProject;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.function.Predicate;

/**
 * The package manager of a project of Node.js, as it can be called on this machine.
 *
 * @param name {@code npm}, {@code pnpm}, {@code yarn} or {@code bun}
 * @param call how it is called: by corepack, which comes with Node.js, where it is not there itself
 */
record NodeTool(String name, String call) {
    private static final String COREPACK = "corepack";
    private static final List<String> BY_COREPACK = List.of("pnpm", "yarn");

    static NodeTool of(Service service, Predicate<String> onPath) {
        String name = service.packageManager().orElse("npm");
        boolean indirect =
                BY_COREPACK.contains(name) && !onPath.test(name) && onPath.test(COREPACK);
        return new NodeTool(name, indirect ? COREPACK + " " + name : name);
    }

    /** Returns the program that has to be on the {@code PATH}. */
    String program() {
        return call.split(" ", 2)[0];
    }

    /** Returns the line that runs a script; what is to be handed to it comes at its end. */
    String run(String script, String arguments) {
        String separator = name.equals("npm") ? " -- " : " ";
        return call + " run " + script + (arguments.isEmpty() ? "" : separator + arguments);
    }

    /** Returns the installation, where nothing is installed yet: as in the image's build. */
    List<Step> installation(Service service, Tree tree) {
        String directory =
                service.facts() instanceof NodeFacts node ? node.workspace() : service.path();
        boolean installed =
                tree.isDirectory(RepositoryPath.join(directory, "node_modules"))
                        || tree.isFile(RepositoryPath.join(directory, ".pnp.cjs"))
                        || tree.isDirectory(RepositoryPath.join(service.path(), "node_modules"));
        return installed ? List.of() : lines(service, directory, service.install());
    }

    /** Returns the build, for a program that has none of its own while one develops. */
    List<Step> build(Service service) {
        return lines(service, service.path(), service.build());
    }

    private List<Step> lines(Service service, String directory, List<String> lines) {
        return lines.stream()
                .map(line -> new Step(service.name(), directory, called(line)))
                .toList();
    }

    private String called(String line) {
        return line.startsWith(name + " ") ? call + line.substring(name.length()) : line;
    }

    /** Returns true when a script begins a program that serves development alone. */
    static boolean develops(String name, String text) {
        return name.equals("dev") || DevProject.isForDevelopment(text);
    }
}
