package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.UnitSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * nginx, a shell and the few tools that the supervisor calls, in one directory that runs on any
 * Linux: static programs, and nginx with its own loader and libraries.
 */
final class SelfContainedTools {
    private static final String STAGE = "tools";
    private static final String HOME = UnitSettings.TOOLS;
    private static final String BIN = HOME + "/bin/";
    private static final String LIB = HOME + "/lib/";
    private static final String PROGRAMS = "/programs/";

    private static final List<String> APPLETS =
            List.of("date", "env", "install", "nc", "sh", "sleep", "timeout", "wget");

    private SelfContainedTools() {}

    /**
     * Returns the stage that puts them together.
     *
     * @param base the plain Debian base
     * @param programs files of the context that call the tools where Debian has them
     */
    static Stage stage(String base, List<String> programs) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                DebianPackages.installed(
                        List.of("bash-static", "busybox-static", "nginx", "tini")));
        steps.add(new Step.Run(List.of(), gathered()));
        steps.add(Step.Copy.of(programs, PROGRAMS).withMode("0755"));
        steps.add(Step.Run.of(shell("sed -i -e '" + toTheirPlace() + "' " + PROGRAMS + "*")));
        return new Stage(
                STAGE,
                "What gateway and supervisor need, with nothing from the image around it.",
                base,
                steps);
    }

    private static List<ShellCommand> gathered() {
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(shell("mkdir -p " + BIN + " " + LIB));
        commands.add(shell("cp /usr/bin/busybox " + BIN));
        commands.add(shell("cp /usr/bin/tini-static " + BIN + "tini"));
        commands.add(shell("cp /usr/bin/bash-static " + BIN + "bash"));
        APPLETS.forEach(name -> commands.add(shell("ln -s busybox " + BIN + name)));
        commands.add(shell("cp /usr/sbin/nginx " + LIB));
        // The files of the libraries, and the loader, which has a line without a name.
        commands.add(shell("cp -L $(ldd /usr/sbin/nginx | grep -o '/[^ ]*') " + LIB));
        commands.add(shell("mv " + LIB + "ld-linux* " + LIB + "ld.so"));
        String loaded = LIB + "ld.so --inhibit-cache --library-path " + LIB + " " + LIB + "nginx";
        commands.add(
                shell(
                        "{ echo %s; echo %s; } > " + BIN + "nginx",
                        "#!" + BIN + "sh",
                        "exec " + loaded + " \"$@\""));
        commands.add(shell("chmod 0755 " + BIN + "nginx"));
        return commands;
    }

    /** Scripts of ours name every program with its directory. */
    private static String toTheirPlace() {
        return "s,/usr/s\\{0\\,1\\}bin/," + BIN + ",g;1s,#!/bin/,#!" + BIN + ",";
    }

    /** Returns the steps that bring the tools to an image, as root. */
    static List<Step> copied() {
        return List.of(new Step.User("0:0"), Step.Copy.from(STAGE, HOME + "/", HOME + "/"));
    }

    /** Returns the step that brings the programs. */
    static Step programs(String directory) {
        return Step.Copy.from(STAGE, PROGRAMS, directory);
    }

    /** Returns where a tool is. */
    static String path(String tool) {
        return BIN + tool;
    }
}
