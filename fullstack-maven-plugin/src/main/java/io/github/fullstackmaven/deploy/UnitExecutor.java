package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.UnitSettings;
import java.time.Duration;
import java.util.List;

/** Does {@linkplain UnitOperation such operations} by a few engine calls each. Decides nothing. */
final class UnitExecutor implements UnitSteps {
    private final Operator operator;
    private final Engine engine;
    private final Aim aim;
    private final Application application;
    private final Progress progress;
    private final EdgeControl edge;
    private final EdgeChanges changes;
    private final HealthGate gate;

    UnitExecutor(Operator operator, Aim aim, EdgeControl edge) {
        this.operator = operator;
        this.engine = operator.engine();
        this.aim = aim;
        this.application = aim.application();
        this.progress = operator.progress();
        this.edge = edge;
        this.changes = new EdgeChanges(aim);
        this.gate = new HealthGate(operator, aim.application(), edge);
    }

    @Override
    public void writeSecrets(UnitOperation.WriteSecrets op) {
        Secrets.write(engine, application, op.volume(), aim.blueprint(op.release()).user());
    }

    @Override
    public void createUnit(UnitOperation.CreateUnit op) {
        aim.blueprint(op.release()).containers().forEach(engine::create);
    }

    @Override
    public void startUnit(UnitOperation.StartUnit op) {
        op.unit().starting().forEach(engine::start);
    }

    @Override
    public void reviveUnit(UnitOperation.ReviveUnit op) {
        for (String container : op.unit().starting()) {
            try {
                engine.start(container);
            } catch (FullstackException | PortTakenException e) {
                progress.note(container + " does not start: " + e.getMessage());
            }
        }
    }

    @Override
    public void runHook(UnitOperation.RunHook op) {
        Hook hook = op.phase().of(aim.hooks()).orElseThrow();
        Redaction redaction = Redaction.of(application);
        Duration limit = aim.hooks().limit();
        ExecResult result;
        try {
            result =
                    engine.run(
                            Specs.hook(
                                    application,
                                    op.phase(),
                                    hook,
                                    op.release(),
                                    aim.blueprint(op.release())),
                            limit,
                            line -> progress.note("| " + redaction.of(line)));
        } finally {
            engine.remove(op.container());
        }
        if (result.ok()) {
            return;
        }
        if (op.phase() == HookPhase.POST_DEPLOY) {
            progress.warning(Problems.hookFailed(op, hook, result, limit).as(Severity.WARNING));
            return;
        }
        operator.checkpoint();
        throw new Setback(
                Outcome.UNHEALTHY,
                FullstackException.project(Problems.hookFailed(op, hook, result, limit)));
    }

    @Override
    public void removeHook(UnitOperation.RemoveHook op) {
        engine.stop(op.container(), application.timing().stop());
        engine.remove(op.container());
    }

    @Override
    public void stopUnit(UnitOperation.StopUnit op) {
        progress.note(op.cause());
        op.unit().stopping().forEach(name -> engine.stop(name, grace(op.unit(), name)));
    }

    @Override
    public void gate(UnitOperation.Gate op) {
        gate.await(op.release(), op.unit());
    }

    @Override
    public void watch(UnitOperation.Watch op) {
        gate.watch(op.unit());
    }

    @Override
    public void retireUnit(UnitOperation.RetireUnit op) {
        ExecResult result = edge.apply(op.meanwhile(), op.meanwhile(), changes.retired(op));
        // Whatever the edge has against the change: nobody is served by a unit that is not live,
        // and one that was no good must not go on working, or come back with the engine.
        if (result.ok() || serves(op.meanwhile())) {
            remove(op.unit());
        }
        Setback.unlessChanged(result);
    }

    private boolean serves(String release) {
        return edge.answers() && edge.generation().equals(release);
    }

    /**
     * A name may belong to somebody else, when a container could not be created because of that.
     */
    private void remove(UnitName unit) {
        List<String> ours = unit.stopping().stream().filter(this::isOurs).toList();
        ours.forEach(name -> engine.stop(name, grace(unit, name)));
        ours.forEach(engine::remove);
    }

    private boolean isOurs(String name) {
        return engine.container(name).filter(c -> Labels.areOf(application, c)).isPresent();
    }

    /** A gateway waits for its requests, a process for what it does; one container for both. */
    private Duration grace(UnitName unit, String container) {
        UnitSettings settings = UnitSettings.of(application);
        if (unit.processes().isEmpty()) {
            return settings.stopGrace();
        }
        return container.equals(unit.name())
                ? settings.gatewayAlone().stopGrace()
                : settings.processAlone().stopGrace();
    }

    @Override
    public void removeUnit(UnitOperation.RemoveUnit op) {
        remove(op.unit());
    }
}
