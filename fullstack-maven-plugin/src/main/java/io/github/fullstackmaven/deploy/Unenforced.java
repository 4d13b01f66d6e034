package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.EngineFacts;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What is asked of an engine that it takes, and does not do: a deployment is told so. */
final class Unenforced {
    private Unenforced() {}

    /**
     * Returns a warning for each thing that will not be as the model has it.
     *
     * @param facts what the engine says of its machine
     * @param name the engine's name and version, for people
     * @param application the application
     * @param made the containers that are made
     */
    static List<Finding> of(
            EngineFacts facts, String name, Application application, List<ContainerSpec> made) {
        List<Finding> all = new ArrayList<>();
        List<String> lost = made.stream().flatMap(c -> lost(facts, c).stream()).distinct().toList();
        if (!lost.isEmpty()) {
            all.add(
                    Finding.warning(
                            "FS-DEPLOY-021",
                            name
                                    + " cannot limit "
                                    + String.join(", ", facts.unlimited())
                                    + " here, so these are not kept: "
                                    + String.join(", ", lost),
                            facts.howToLimit()));
        }
        OptionalInt rate = application.resources().requests().rate();
        if (facts.rootless() && rate.isPresent()) {
            all.add(
                    Finding.warning(
                            "FS-DEPLOY-022",
                            name
                                    + " hides the addresses of clients, so all of them together"
                                    + " have what rateLimit="
                                    + rate.getAsInt()
                                    + " gives to each",
                            "leave rateLimit out, or use an engine with root's rights"));
        }
        return all;
    }

    private static List<String> lost(EngineFacts facts, ContainerSpec container) {
        List<String> lost = new ArrayList<>();
        if (facts.unlimited().contains("memory")) {
            container.memory().ifPresent(m -> lost.add("memory=" + m));
        }
        if (facts.unlimited().contains("cpus")) {
            container.cpus().ifPresent(c -> lost.add("cpus=" + c));
        }
        if (facts.unlimited().contains("processes")) {
            lost.add("processes=" + container.pids());
        }
        return lost;
    }
}
