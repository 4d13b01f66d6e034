package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Container;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.LogQuery;
import io.github.fullstackmaven.model.FullstackException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The logs of a unit whose processes have containers of their own. */
final class UnitLogs {
    private final Engine engine;
    private final Unit unit;

    UnitLogs(Engine engine, Unit unit) {
        this.engine = engine;
        this.unit = unit;
    }

    /**
     * Hands on the log of one container, line by line as it is.
     *
     * @param accessories what stands beside it, for who asked for something that is not there
     */
    void of(String service, List<String> accessories, LogQuery query, Consumer<String> line) {
        Container container =
                unit.containers().stream()
                        .filter(c -> c.role().equals(service))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        LogProblems.noService(
                                                service,
                                                unit.containers().stream()
                                                        .map(Container::role)
                                                        .toList(),
                                                accessories));
        engine.logs(container.name(), query, line);
    }

    /**
     * Hands on the logs of all containers, each line after its service: one log after the other, or
     * as the lines come when they are followed.
     */
    void all(LogQuery query, Consumer<String> line) {
        int width = unit.containers().stream().mapToInt(c -> c.role().length()).max().orElse(0);
        List<Thread> followed = new ArrayList<>();
        for (Container container : unit.containers()) {
            String prefix =
                    container.role() + " ".repeat(width - container.role().length()) + " | ";
            Runnable log = () -> engine.logs(container.name(), query, l -> hand(line, prefix + l));
            if (query.follow()) {
                followed.add(begun(log, prefix, line));
            } else {
                log.run();
            }
        }
        followed.forEach(UnitLogs::await);
    }

    private Thread begun(Runnable log, String prefix, Consumer<String> line) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                log.run();
                            } catch (FullstackException e) {
                                hand(line, prefix + e.getMessage());
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private synchronized void hand(Consumer<String> line, String text) {
        line.accept(text);
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
