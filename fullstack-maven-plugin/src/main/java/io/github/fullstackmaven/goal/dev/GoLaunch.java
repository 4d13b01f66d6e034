package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.GoFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A program in Go: by air where the repository is set up for it, else by {@code go run}. */
final class GoLaunch {
    private static final Set<String> ENDINGS =
            Set.of(".go", "go.mod", "go.sum", "go.work", ".tmpl", ".gohtml", ".sql");
    private static final String AIR = ".air.toml";

    private GoLaunch() {}

    static Launch of(Service service, GoFacts facts, Tree tree, Predicate<String> onPath) {
        String settings = RepositoryPath.join(service.path(), AIR);
        boolean air = tree.isFile(settings);
        if (air && onPath.test("air")) {
            return Launch.reloading("exec air", "air");
        }
        List<String> argv = new ArrayList<>(List.of("go", "run", facts.target()));
        List<String> start = service.start().argv();
        argv.addAll(start.subList(Math.min(1, start.size()), start.size()));
        Launch launch =
                Launch.watched(
                        "exec " + Command.of(argv), "go", new Sources(facts.directory(), ENDINGS));
        return air
                ? launch.saying(
                        Finding.info(
                                        "FS-DEV-010",
                                        "air is not on the PATH: go run starts "
                                                + service.name()
                                                + " instead, again when a source changes",
                                        "go install github.com/air-verse/air@latest")
                                .at(settings))
                : launch;
    }
}
