package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.build.BuiltImage;
import io.github.fullstackmaven.build.ImageMaker;
import io.github.fullstackmaven.deploy.Certificate;
import io.github.fullstackmaven.deploy.Certificates;
import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.host.Whoami;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.DeploymentJson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts the application on the air. */
public final class Deploy {
    private static final String RESULT = "deployment.json";

    private final Workshop workshop;
    private final String engineName;
    private final Clock clock = Clock.systemUTC();

    /**
     * Takes what deploying needs.
     *
     * @param engineName {@code auto} or {@code docker}
     */
    public Deploy(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /**
     * Renders, builds if need be, releases, and writes {@code deployment.json}, whatever comes of
     * it.
     */
    public void run(Inputs inputs) {
        Path result = inputs.location().output().resolve(RESULT);
        long begin = System.nanoTime();
        Deployment deployment;
        try {
            deployment = deploy(inputs);
        } catch (FullstackException e) {
            workshop.files()
                    .write(
                            result,
                            DeploymentJson.refused(
                                            inputs.request().name().value(),
                                            inputs.request().environment().value())
                                    .text());
            throw e;
        }
        deployment.problem().ifPresent(this::fail);
        tell(deployment, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Prints the operations that {@link #run} would execute. */
    public void dryRun(Inputs inputs) {
        Engine engine = Engines.find(engineName, workshop.commands());
        Build.Planned planned = new Build(workshop, engineName).dryRun(inputs, engine);
        Application application = planned.source().application();
        String image =
                planned.present()
                        .map(BuiltImage::id)
                        .orElse(application.images().app() + " (to be built)");
        List<Operation> operations = deployer(engine).plan(target(application, image));
        if (operations.isEmpty()) {
            workshop.console().info("Would deploy nothing: the live release is what is asked for");
        }
        operations.forEach(operation -> workshop.console().info("Would " + operation.line()));
    }

    private Deployment deploy(Inputs inputs) {
        Engine engine = Engines.find(engineName, workshop.commands());
        ImageMaker.Source source = new Render(workshop).run(inputs);
        Target checked = target(source.application(), "");
        BuiltImage image = new Build(workshop, engineName).make(source, inputs, engine);
        Deployer deployer = deployer(engine);
        Target target =
                new Target(
                        checked.application(), image.id(), checked.certificate(), checked.holder());
        return Interruption.during(
                deployer::cancel,
                () -> {
                    Deployment deployment = deployer.deploy(target);
                    workshop.files()
                            .write(source.output().resolve(RESULT), json(deployment).text());
                    return deployment;
                });
    }

    private Deployer deployer(Engine engine) {
        return new Deployer(engine, new ConsoleProgress(workshop.console()), clock);
    }

    /** What can be refused before the long build is refused here. */
    private Target target(Application application, String image) {
        Optional<Certificate> certificate =
                application
                        .tls()
                        .map(
                                tls ->
                                        Certificates.read(
                                                tls,
                                                application.domain().orElse(""),
                                                clock.instant()));
        certificate
                .flatMap(c -> Certificates.expiry(c, clock.instant()))
                .ifPresent(workshop.console()::finding);
        return new Target(application, image, certificate, Whoami.name());
    }

    private void fail(FullstackException problem) {
        throw problem;
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
                                deployment.edge().httpsPort())));
    }
}
