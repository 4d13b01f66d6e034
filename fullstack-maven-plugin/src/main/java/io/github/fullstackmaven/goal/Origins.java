package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.config.Project;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the POM and git where an application comes from; without git that is not known. */
final class Origins {
    private final Commands commands;

    Origins(Commands commands) {
        this.commands = commands;
    }

    /** Returns what is known. */
    Origin of(Inputs inputs) {
        Path repository = inputs.location().monorepo();
        Optional<Project> project = inputs.project();
        return new Origin(
                project.map(Project::version),
                project.flatMap(Project::url),
                project.flatMap(Project::licenses),
                git(repository, "config", "--get", "remote.origin.url").map(Origins::bare),
                git(repository, "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*"),
                git(repository, "log", "-1", "--format=%ct").flatMap(Origins::time));
    }

    private Optional<String> git(Path repository, String... arguments) {
        List<String> argv = new ArrayList<>(List.of("git", "-C", repository.toString()));
        argv.addAll(List.of(arguments));
        Result result = commands.run(Command.of(argv));
        String answer = result.out().strip();
        return result.ok() && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
    }

    /** A remote's address may hold a password. */
    static String bare(String address) {
        return address.replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*://)[^/]*@", "$1");
    }

    private static Optional<Instant> time(String seconds) {
        return seconds.matches("[0-9]{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
