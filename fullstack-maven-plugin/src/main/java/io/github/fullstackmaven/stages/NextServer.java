package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.NodeProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * The server that Next.js leaves. It traces what the server needs; where it did not, a server.js of
 * ours starts it with the dependencies as they are.
 */
final class NextServer {
    private NextServer() {}

    /**
     * Takes the server out of a build stage.
     *
     * @param workspace the directory where dependencies are installed
     * @param member the project as seen from there
     */
    static Step taken(NodeProgram.NextServer next, String workspace, String member) {
        String inside = member.equals(".") ? "" : "/" + member;
        String home = Sources.OUT + inside;
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(shell("mkdir -p %s", home));
        StringBuilder prune = new StringBuilder();
        next.prune().forEach(command -> prune.append(command).append(" && "));
        commands.add(
                shell(
                        "if test -f %s; then cp -a .next/standalone/. "
                                + Sources.OUT
                                + "/ && mkdir -p %s && cp -a .next/static %s"
                                + " && { ! test -d public || cp -a public %s; };"
                                + " else (cd %s && "
                                + prune
                                + "tar -c --exclude=.git --exclude=cache . | tar -x -C "
                                + Sources.OUT
                                + ") && echo %s > %s; fi",
                        ".next/standalone" + inside + "/server.js",
                        home + "/.next",
                        home + "/.next/",
                        home + "/",
                        Sources.directory(workspace),
                        "process.chdir(__dirname); process.argv = [process.argv[0],"
                                + " 'next', 'start']; require('next/dist/bin/next');",
                        home + "/server.js"));
        return new Step.Run(List.of(), commands);
    }
}
