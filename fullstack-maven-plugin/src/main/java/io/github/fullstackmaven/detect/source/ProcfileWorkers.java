package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The processes that a Procfile starts beside the one that answers requests. */
public final class ProcfileWorkers {
    private ProcfileWorkers() {}

    /**
     * Returns them as parts of the service; one that starts what the service itself starts is none.
     *
     * @param start how an ecosystem starts what a line of the file says; empty when it cannot
     */
    public static List<Service> beside(
            Tree tree,
            Service service,
            BiFunction<Procfile, Procfile.Line, Optional<Start>> start) {
        return Procfile.in(tree, service.path()).stream()
                .flatMap(
                        file ->
                                file.workers().stream()
                                        .flatMap(
                                                line ->
                                                        start.apply(file, line).stream()
                                                                .filter(s -> differs(s, service))
                                                                .map(
                                                                        s ->
                                                                                service.worker(
                                                                                        line.type(),
                                                                                        s))))
                .toList();
    }

    private static boolean differs(Start start, Service service) {
        return !start.argv().equals(service.start().argv());
    }
}
