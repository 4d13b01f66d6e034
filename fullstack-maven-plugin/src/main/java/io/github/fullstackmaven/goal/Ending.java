package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.DeploymentJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what came of a deployment or a rollback, to people and in {@code deployment.json}. */
final class Ending {
    private static final String RESULT = "deployment.json";

    private final Workshop workshop;
    private final Inputs inputs;

    Ending(Workshop workshop, Inputs inputs) {
        this.workshop = workshop;
        this.inputs = inputs;
    }

    /**
     * Does the work and says how it ended, whatever came of it.
     *
     * @throws FullstackException when what was asked for is not live
     */
    void of(Supplier<Deployment> work) {
        long begin = System.nanoTime();
        Deployment deployment;
        try {
            deployment = work.get();
        } catch (FullstackException e) {
            write(
                    DeploymentJson.refused(
                            inputs.request().name().value(),
                            inputs.request().environment().value()));
            throw e;
        }
        if (deployment.problem().isPresent()) {
            throw deployment.problem().get();
        }
        tell(deployment, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Writes the file: from within the work, which an interruption does not cut short. */
    Deployment written(Deployment deployment) {
        write(json(deployment));
        return deployment;
    }

    private void write(DeploymentJson json) {
        Path result = inputs.location().output().resolve(RESULT);
        workshop.files().write(result, json.text());
    }

    private void tell(Deployment deployment, Duration took) {
        String release = deployment.release().orElse("");
        if (deployment.outcome() == Outcome.UNCHANGED) {
            workshop.console().info("Unchanged: " + release + " is live and is what is asked for");
        } else {
            String before = deployment.previous().map(p -> ", after " + p).orElse("");
            workshop.console().info("Live: " + release + before + ", in " + Amount.of(took));
        }
        workshop.console().info("  " + deployment.url() + "/");
    }

    private static DeploymentJson json(Deployment deployment) {
        return new DeploymentJson(
                deployment.outcome().id(),
                deployment.application(),
                deployment.environment(),
                Optional.of(deployment.engine()),
                deployment.release(),
                deployment.previous(),
                Optional.of(deployment.url()),
                deployment.containers().stream()
                        .map(c -> new DeploymentJson.Container(c.role(), c.name(), c.id()))
                        .toList(),
                Optional.of(
                        new DeploymentJson.Edge(
                                deployment.edge().name(),
                                deployment.edge().httpPort(),
                                deployment.edge().httpsPort())),
                deployment.warnings());
    }
}
