package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A program in Rust: {@code cargo run}, again when a source changes; cargo ships no watcher. */
final class RustLaunch {
    private static final Set<String> ENDINGS = Set.of(".rs", "Cargo.toml", "Cargo.lock", ".sql");

    private RustLaunch() {}

    static Launch of(Service service, BuildFacts.Rust facts) {
        List<String> argv =
                new ArrayList<>(
                        List.of(
                                "cargo",
                                "run",
                                "--package",
                                facts.packageName(),
                                "--bin",
                                facts.binary()));
        List<String> start = service.start().argv();
        if (start.size() > 1) {
            argv.add("--");
            argv.addAll(start.subList(1, start.size()));
        }
        return Launch.watched(
                "exec " + Command.of(argv), "cargo", new Sources(facts.workspace(), ENDINGS));
    }
}
