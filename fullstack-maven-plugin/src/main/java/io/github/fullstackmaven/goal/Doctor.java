package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Certificates;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.goal.doctor.EngineChecks;
import io.github.fullstackmaven.goal.doctor.MachineChecks;
import io.github.fullstackmaven.goal.doctor.Tools;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Checkup;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Tls;
import io.github.fullstackmaven.report.CheckupTable;
import io.github.fullstackmaven.report.DoctorJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at all that building and deploying need, and says of each whether it is well. */
public final class Doctor {
    private static final String CERTIFICATE = "certificate";

    private final Workshop workshop;
    private final String engineName;
    private final Tools tools;
    private final Clock clock = Clock.systemUTC();

    /**
     * Takes what looking needs.
     *
     * @param engineName {@code auto}, {@code docker} or {@code podman}
     * @param tools what this runs in
     */
    public Doctor(Workshop workshop, String engineName, Tools tools) {
        this.workshop = workshop;
        this.engineName = engineName;
        this.tools = tools;
    }

    /**
     * Prints a line for each thing, writes {@code doctor.json}, and throws when one is not well
     * that a build or a deployment cannot do without.
     */
    public void run(Inputs inputs) {
        List<Checkup> checkups = new ArrayList<>(tools.checkups());
        Application application = Deployed.application(inputs.request());
        engine(checkups).ifPresent(engine -> checkups.addAll(of(engine, application, inputs)));
        application.tls().ifPresent(tls -> checkups.addAll(certificate(tls, application)));
        CheckupTable.print(checkups, workshop.console());
        workshop.files()
                .write(inputs.location().output().resolve("doctor.json"), DoctorJson.of(checkups));
        List<Finding> errors =
                checkups.stream()
                        .flatMap(c -> c.problem().stream())
                        .filter(Finding::isError)
                        .toList();
        if (!errors.isEmpty()) {
            throw FullstackException.machine(
                    Finding.error(
                            "FS-DOCTOR-007",
                            errors.size() == 1
                                    ? "one thing is not well: " + errors.get(0).message()
                                    : errors.size() + " things are not well",
                            "each has its remedy above"));
        }
    }

    private Optional<Engine> engine(List<Checkup> checkups) {
        try {
            return Optional.of(Engines.find(engineName, workshop.commands()));
        } catch (FullstackException e) {
            e.findings().forEach(f -> checkups.add(Checkup.unwell("engine", f)));
            return Optional.empty();
        }
    }

    private List<Checkup> of(Engine engine, Application application, Inputs inputs) {
        List<Checkup> all =
                new ArrayList<>(
                        new EngineChecks(engine).checkups(application.resources(), clock::instant));
        MachineChecks machine = new MachineChecks(engine, application);
        all.addAll(machine.images(images(application, inputs)));
        all.addAll(machine.roomAndPorts());
        return all;
    }

    /** Where the repository cannot be understood yet, that is told by another goal. */
    private List<String> images(Application application, Inputs inputs) {
        List<String> images = new ArrayList<>(List.of(application.images().base("edge")));
        Plan plan = new Planning(workshop).plan(inputs);
        if (plan.errors().isEmpty()) {
            images.addAll(new Render(workshop).bases(plan.application(), inputs));
        }
        return images;
    }

    private List<Checkup> certificate(Tls tls, Application application) {
        try {
            return List.of(
                    Certificates.expiry(
                                    Certificates.read(
                                            tls, application.domain().orElse(""), clock.instant()),
                                    clock.instant())
                            .map(f -> Checkup.unwell(CERTIFICATE, f))
                            .orElseGet(() -> Checkup.well(CERTIFICATE, tls.certificate())));
        } catch (FullstackException e) {
            return e.findings().stream().map(f -> Checkup.unwell(CERTIFICATE, f)).toList();
        }
    }
}
