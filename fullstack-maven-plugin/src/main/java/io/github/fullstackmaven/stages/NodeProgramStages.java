package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.NodeProgram;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that Node.js runs. What it needs when it runs is installed beside the build, so that a
 * change of source does not touch it, and nothing that was there for the build comes along.
 */
final class NodeProgramStages implements ServiceStages {
    private static final String DEPENDENCIES = "dependencies";
    private static final String BUILD = "build";
    private static final String PRODUCTION = "production";
    private static final String PROGRAM = "/program";
    private static final String BIN = "/usr/local/bin/";
    private static final String BUN = "/usr/local/lib/node_modules/bun/bin/bun.exe";

    /** What a program that is run as it is written does not need, or nobody is to see. */
    private static final String LEFT_OUT =
            " --exclude=node_modules --exclude=.[a-z]*rc --exclude=.yarn* --exclude=.git*"
                    + " --exclude=__tests__ --exclude=*.test.* --exclude=*.spec.*"
                    + " --exclude=bun.lock* --exclude=*-lock.* --exclude=yarn.lock ";

    private final Part part;
    private final Service service;
    private final NodeFacts facts;
    private final NodeProgram program;
    private final NodeInstall install;

    NodeProgramStages(Part part, NodeFacts facts, NodeProgram program) {
        this.part = part;
        this.service = part.service();
        this.facts = facts;
        this.program = program;
        this.install = new NodeInstall(part, facts);
    }

    @Override
    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        if (isBuilt()) {
            stages.add(
                    new Stage(
                            part.stage(DEPENDENCIES),
                            "All dependencies of " + part.stage() + ", from the manifests alone.",
                            node(),
                            install.everything()));
        }
        List<Step> build = new ArrayList<>(install.build());
        if (program instanceof NodeProgram.Installed installed) {
            build.add(taken(installed));
            stages.add(
                    new Stage(
                            part.stage(BUILD),
                            "What of " + part.stage() + " runs.",
                            isBuilt() ? part.stage(DEPENDENCIES) : node(),
                            isBuilt() ? build : sources(build)));
            stages.add(production(installed));
            stages.add(together());
        } else {
            build.add(
                    program instanceof NodeProgram.Bundled bundled
                            ? bundled(bundled)
                            : NextServer.taken(
                                    (NodeProgram.NextServer) program, facts.workspace(), member()));
            stages.add(
                    new Stage(
                            part.stage(),
                            "What of " + part.stage() + " runs.",
                            part.stage(DEPENDENCIES),
                            build));
        }
        return stages;
    }

    @Override
    public Needs needs() {
        List<String> packages = new ArrayList<>(program.packages());
        packages.add("libatomic1");
        List<Step> steps = new ArrayList<>();
        steps.add(Step.Copy.from(node(), BIN + "node", BIN + "node"));
        if (program instanceof NodeProgram.Installed installed
                && installed.runtime().equals("bun")) {
            steps.add(Step.Copy.from(part.stage(PRODUCTION), BUN, BIN + "bun"));
        }
        return new Needs(Needs.RUNTIME, packages, steps);
    }

    /** Where the sources are the program, nothing has to be installed for a build. */
    private boolean isBuilt() {
        return !service.build().isEmpty() || !(program instanceof NodeProgram.Installed);
    }

    private List<Step> sources(List<Step> build) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Workdir(Sources.directory(facts.workspace())));
        steps.add(Step.Copy.of(List.of(Sources.content(facts.workspace())), "./"));
        steps.add(build.get(build.size() - 1));
        return steps;
    }

    private String node() {
        return part.images().base("node");
    }

    private Stage production(NodeProgram.Installed installed) {
        List<Step> steps =
                new ArrayList<>(
                        install.production(resolved(), installed.prepare(), installed.install()));
        String member = member();
        if (!member.equals(".") && !installed.tools().isEmpty()) {
            steps.add(new Step.Run(List.of(), linked(member, installed.tools())));
        }
        return new Stage(
                part.stage(PRODUCTION),
                "The dependencies that " + part.stage() + " needs when it runs.",
                node(),
                steps);
    }

    private Optional<String> resolved() {
        return facts.lockfile().isEmpty() && isBuilt()
                ? Optional.of(part.stage(DEPENDENCIES))
                : Optional.empty();
    }

    /** Package managers put a member's commands beside the member or at the top. */
    private static List<ShellCommand> linked(String member, List<String> tools) {
        List<ShellCommand> commands = new ArrayList<>();
        String up = "../".repeat(member.split("/").length + 2);
        commands.add(shell("mkdir -p %s", member + "/node_modules/.bin"));
        for (String tool : tools) {
            String link = member + "/node_modules/.bin/" + tool;
            commands.add(
                    shell(
                            "{ test -e %s || ln -s %s %s; }",
                            link, up + "node_modules/.bin/" + tool, link));
        }
        return commands;
    }

    private Stage together() {
        return new Stage(
                part.stage(),
                "The program and its dependencies.",
                Stage.SCRATCH,
                List.of(
                        Step.Copy.from(
                                part.stage(PRODUCTION),
                                Sources.directory(facts.workspace()) + "/",
                                Sources.OUT + "/"),
                        Step.Copy.from(part.stage(BUILD), PROGRAM + "/", Sources.OUT + "/")));
    }

    private Step taken(NodeProgram.Installed installed) {
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(shell("cd %s", Sources.directory(facts.workspace())));
        if (!installed.entry().isEmpty()) {
            commands.add(built(installed.entry()));
        }
        commands.add(shell("mkdir -p " + PROGRAM));
        for (String file : installed.files()) {
            commands.add(
                    shell(
                            "{ ! test -e %s || tar -c"
                                    + LEFT_OUT
                                    + "%s | tar -x -C "
                                    + PROGRAM
                                    + "; }",
                            file,
                            file));
        }
        for (String generated : installed.generated()) {
            commands.add(
                    shell(
                            "find . -type d -name %s -path '*/node_modules/*' -prune"
                                    + " -exec cp -a --parents -t "
                                    + PROGRAM
                                    + " {} +",
                            generated));
        }
        return new Step.Run(List.of(), commands);
    }

    /** Node.js adds the ending of a file that is named without. */
    private ShellCommand built(String entry) {
        String missing =
                "FS-BUILD-012 the build of "
                        + service.path()
                        + " left no "
                        + entry
                        + ", which the start needs; correct the build, or the start script";
        return entry.matches(".*\\.[cm]?[jt]s")
                ? shell("{ test -e %s || { echo %s >&2; exit 1; }; }", entry, missing)
                : shell(
                        "{ test -e %s || test -e %s || { echo %s >&2; exit 1; }; }",
                        entry, entry + ".js", missing);
    }

    private Step bundled(NodeProgram.Bundled bundled) {
        List<ShellCommand> commands = new ArrayList<>();
        service.start().argv().stream()
                .skip(1)
                .findFirst()
                .ifPresent(entry -> commands.add(built(entry)));
        commands.add(shell("mkdir -p " + Sources.OUT));
        for (String file : bundled.files()) {
            commands.add(
                    shell(
                            "{ ! test -e %s || cp -a --parents %s " + Sources.OUT + "/; }",
                            file,
                            file));
        }
        return new Step.Run(List.of(), commands);
    }

    private String member() {
        return Sources.below(facts.workspace(), service.path());
    }
}
