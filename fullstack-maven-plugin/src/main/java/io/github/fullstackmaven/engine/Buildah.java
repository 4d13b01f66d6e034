package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Result;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds images with the builder that is part of podman. Their date is the day they were built: a
 * given one would be a part of every step, and with every commit all layers would be made anew.
 */
final class Buildah implements ImageBuilder {
    private final Commands commands;
    private final String program;

    Buildah(Commands commands, String program) {
        this.commands = commands;
        this.program = program;
    }

    @Override
    public String text() {
        return "buildah, a part of podman";
    }

    @Override
    public void build(ImageBuild build, Consumer<String> log) {
        // An image in podman's own format has no health check.
        List<String> words = List.of(program, "build", "--format", "docker");
        Command command =
                Command.of(BuildArgv.of(words, build.withoutDirectories())).within(build.limit());
        BuildahProgress progress = new BuildahProgress(log);
        Result result = commands.stream(command, progress::line);
        if (!result.ok()) {
            throw BuildFailure.of(build, new Result(result.exit(), progress.text(), ""));
        }
    }
}
