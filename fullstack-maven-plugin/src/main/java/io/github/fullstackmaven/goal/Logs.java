package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Sourced;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Prints the log of the live release. */
public final class Logs {
    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what reading needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
     */
    public Logs(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /**
     * Prints lines as they are; with {@code follow} until the release ends or this process does.
     *
     * @param tail how many of the last lines; absent: 100
     * @param since from when on
     * @param service one service alone: {@code gateway}, or the name of a process; absent: all
     */
    public void run(
            Inputs inputs,
            Optional<Sourced<String>> tail,
            Optional<String> since,
            Optional<String> service,
            boolean follow) {
        LogQuery query = new LogQuery(OptionalInt.of(lines(tail)), since, follow);
        Inspection inspection = new Inspection(Engines.find(engineName, workshop.commands()));
        Interruption.during(
                workshop.commands()::endAll,
                () -> {
                    Application application = Deployed.application(inputs.request());
                    Consumer<String> line = workshop.console()::info;
                    service.ifPresentOrElse(
                            name -> inspection.logs(application, name, query, line),
                            () -> inspection.logs(application, query, line));
                    return null;
                });
    }

    private static int lines(Optional<Sourced<String>> tail) {
        if (tail.isEmpty()) {
            return 100;
        }
        if (!tail.get().value().matches("[1-9][0-9]{0,5}")) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-CONFIG-004",
                                    "'"
                                            + tail.get().value()
                                            + "' is not a whole number from 1 to 999999",
                                    "correct the value")
                            .at(tail.get().source()));
        }
        return Integer.parseInt(tail.get().value());
    }
}
