package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Start;
import java.util.List;
import java.util.Optional;

/**
 * How a program is started.
 *
 * @param start the command, relative to the project
 * @param file the file that runs, relative to the project, where one is known
 * @param tools the commands of {@code node_modules/.bin} that are called
 * @param port the port that the command names
 * @param evidence why
 */
record Started(
        Start start,
        Optional<String> file,
        List<String> tools,
        Optional<Integer> port,
        Evidence evidence) {
    Started {
        tools = List.copyOf(tools);
    }

    /** Returns the start by a script. */
    static Started of(StartScript script, String manifest) {
        Start start = new Start("script", script.argv(), Optional.of(script.script()));
        return new Started(
                start,
                script.file(),
                script.tools(),
                script.port(),
                new Evidence(manifest, "node.script"));
    }

    /** Returns the start by a line of a {@code Procfile}; empty for one of development. */
    static Optional<Started> of(PackageJson project, Procfile file, Procfile.Line line) {
        return StartScript.ofCommand(project, line.command())
                .map(
                        script ->
                                new Started(
                                        new Start(
                                                script.file().isPresent() ? "file" : "shell",
                                                script.argv(),
                                                script.file()
                                                        .or(() -> Optional.of(line.command()))),
                                        script.file(),
                                        script.tools(),
                                        script.port(),
                                        new Evidence(file.path(), "node.procfile")));
    }

    /** Returns the start of one file. */
    static Started ofFile(String runtime, String file, Evidence evidence) {
        return new Started(
                new Start("file", List.of(runtime, file), Optional.of(file)),
                Optional.of(file),
                List.of(),
                Optional.empty(),
                evidence);
    }
}
