package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is run once for a release: what the user says, or else the line {@code release} of a {@code
 * Procfile}.
 */
final class HookPlan {
    private static final String NOTHING = "none";

    private final HooksRequest said;
    private final Tree tree;
    private final List<Service> services;
    private final List<Finding> findings = new ArrayList<>();

    HookPlan(HooksRequest said, Tree tree, List<Service> services) {
        this.said = said;
        this.tree = tree;
        this.services = services;
    }

    List<Finding> findings() {
        return findings;
    }

    Hooks hooks() {
        return new Hooks(
                said.before().isPresent() ? asked(said.before()) : ofProcfile(),
                asked(said.after()),
                said.limit());
    }

    private Optional<Hook> asked(Optional<Sourced<String>> line) {
        if (line.isEmpty() || line.get().value().equals(NOTHING)) {
            return Optional.empty();
        }
        Optional<Service> service =
                processes().stream()
                        .filter(Service::isBackend)
                        .findFirst()
                        .or(() -> processes().stream().findFirst());
        if (service.isEmpty()) {
            findings.add(
                    Finding.error(
                                    "FS-HOOK-001",
                                    "there is no back end whose image the hook could be run in",
                                    "take it out")
                            .at(line.get().source()));
        }
        return service.map(
                s ->
                        new Hook(
                                List.of("/bin/sh", "-c", line.get().value()),
                                s.name(),
                                line.get().source()));
    }

    private Optional<Hook> ofProcfile() {
        for (Service service : processes()) {
            Optional<Procfile> file = Procfile.in(tree, service.path());
            Optional<Procfile.Line> release = file.flatMap(f -> f.process("release"));
            if (release.isPresent()) {
                String source = file.get().source(release.get());
                findings.add(
                        Finding.info(
                                        "FS-HOOK-002",
                                        "its command release is run before each new release is"
                                                + " started",
                                        "set fullstack.preDeploy to another command, or to none")
                                .at(file.get().path(), release.get().line()));
                return Optional.of(new Hook(release.get().argv(), service.name(), source));
            }
        }
        return Optional.empty();
    }

    private List<Service> processes() {
        return services.stream().filter(Service::isProcess).toList();
    }
}
