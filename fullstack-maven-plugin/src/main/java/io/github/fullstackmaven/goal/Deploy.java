package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.build.BuiltImage;
import io.github.fullstackmaven.build.ImageMaker;
import io.github.fullstackmaven.deploy.Certificate;
import io.github.fullstackmaven.deploy.Certificates;
import io.github.fullstackmaven.deploy.Deployer;
import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.Interruption;
import io.github.fullstackmaven.host.Whoami;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.UnitPart;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the application on the air. */
public final class Deploy {
    private final Workshop workshop;
    private final String engineName;
    private final Clock clock = Clock.systemUTC();

    /**
     * Takes what deploying needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
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
        Ending ending = new Ending(workshop, inputs);
        ending.of(() -> deploy(inputs, ending));
    }

    /** Prints the operations that {@link #run} would execute. */
    public void dryRun(Inputs inputs) {
        Engine engine = Engines.find(engineName, workshop.commands());
        Build.Planned planned = new Build(workshop, engineName).dryRun(inputs, engine);
        Application application = withSecrets(planned.source().application());
        Map<String, String> images =
                planned.present().map(Deploy::ids).orElseGet(() -> toBeBuilt(application));
        List<Operation> operations =
                deployer(engine).plan(recreating(inputs, target(application, images)));
        Forecast.print(
                workshop.console(),
                operations,
                "deploy nothing: the live release is what is asked for");
    }

    private Deployment deploy(Inputs inputs, Ending ending) {
        Engine engine = Engines.find(engineName, workshop.commands());
        ImageMaker.Source source = new Render(workshop).run(inputs);
        WithinHook.refuse(source.application());
        Target checked = recreating(inputs, target(withSecrets(source.application()), Map.of()));
        Deployer deployer = deployer(engine);
        List<BuiltImage> images =
                new Build(workshop, engineName)
                        .make(source, inputs, engine, () -> deployer.plan(checked));
        Target target =
                new Target(
                        checked.application(),
                        ids(images),
                        checked.certificate(),
                        checked.holder(),
                        checked.recreated());
        return Interruption.during(deployer::cancel, () -> ending.written(deployer.deploy(target)));
    }

    private static Target recreating(Inputs inputs, Target target) {
        return target.recreating(
                inputs.request().accessories().recreated().stream().map(Sourced::value).toList());
    }

    private Application withSecrets(Application application) {
        return new RunSecrets(workshop.console(), System.getenv()).into(application);
    }

    private static Map<String, String> ids(List<BuiltImage> images) {
        return images.stream().collect(Collectors.toMap(BuiltImage::role, BuiltImage::id));
    }

    private static Map<String, String> toBeBuilt(Application application) {
        return UnitPart.of(application).stream()
                .collect(Collectors.toMap(UnitPart::role, p -> p.image() + " (to be built)"));
    }

    private Deployer deployer(Engine engine) {
        return new Deployer(engine, new ConsoleProgress(workshop.console()), clock);
    }

    /** What can be refused before the long build is refused here. */
    private Target target(Application application, Map<String, String> images) {
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
        return new Target(application, images, certificate, Whoami.name());
    }
}
