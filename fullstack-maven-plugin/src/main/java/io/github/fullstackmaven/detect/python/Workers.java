package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes that a Procfile starts beside the one that answers requests. */
final class Workers {
    private final PythonProject project;
    private final Optional<Start> main;

    Workers(PythonProject project, Optional<Launch> main) {
        this.project = project;
        this.main = main.map(Launch::start);
    }

    List<Service> beside(Service service) {
        List<Service> workers = new ArrayList<>();
        Procfile.in(project.manifests().tree(), project.directory())
                .ifPresent(
                        file ->
                                file.workers()
                                        .forEach(
                                                process ->
                                                        start(file, process)
                                                                .map(
                                                                        s ->
                                                                                worker(
                                                                                        service,
                                                                                        process, s))
                                                                .ifPresent(workers::add)));
        return workers;
    }

    private Optional<Start> start(Procfile file, Procfile.Line process) {
        return WrittenCommand.of(process.command(), file.source(process))
                .map(command -> command.launch().start())
                .filter(start -> main.filter(start::equals).isEmpty());
    }

    private static Service worker(Service service, Procfile.Line process, Start start) {
        return service.but()
                .name(process.type())
                .kind(ServiceKind.WORKER)
                .start(start)
                .port(Optional.empty())
                .health(Optional.empty())
                .service();
    }
}
