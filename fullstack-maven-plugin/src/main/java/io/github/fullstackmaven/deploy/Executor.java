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
import java.util.OptionalInt;

/** Does operations by a few engine calls each. Decides nothing. */
final class Executor implements Steps {
    private static final Duration EDGE_TRY = Duration.ofSeconds(60);

    private final Engine engine;
    private final Aim aim;
    private final Application application;
    private final DeployLock lock;
    private final EdgeControl edge;
    private final EdgeTurns edges;
    private final EdgeChanges changes;
    private final HealthGate gate;
    private final Journal journal;
    private final Progress progress;
    private final Operator operator;
    private final ImageRemoval images;
    private final AccessoryControl accessories;
    private List<String> oldWorkers = List.of();
    private String siteBefore = "";

    Executor(Operator operator, Aim aim, DeployLock lock) {
        this.operator = operator;
        this.engine = operator.engine();
        this.aim = aim;
        this.application = aim.application();
        this.progress = operator.progress();
        this.lock = lock;
        this.edge = new EdgeControl(engine, application, progress);
        this.edges = new EdgeTurns(operator, application);
        this.changes = new EdgeChanges(aim);
        this.gate = new HealthGate(operator, application, edge);
        this.journal = new Journal(operator.clock(), aim.holder());
        this.accessories = new AccessoryControl(operator, application);
        ImageKeepers keepers = new ImageKeepers(engine, application);
        this.images = new ImageRemoval(engine, application, keepers::of, progress);
    }

    @Override
    public void pullImage(Operation.PullImage op) {
        engine.pull(op.image(), progress::note);
    }

    @Override
    public void takeLock(Operation.TakeLock op) {
        lock.take();
    }

    @Override
    public void releaseLock(Operation.ReleaseLock op) {
        lock.release();
    }

    @Override
    public void createNetwork(Operation.CreateNetwork op) {
        engine.createNetwork(op.name(), Labels.edge());
    }

    @Override
    public void prepareEdge(Operation.PrepareEdge op) {
        engine.createVolume(op.name(), Labels.edge());
        ExecResult result = edge.prepare();
        if (!result.ok()) {
            engine.removeVolume(op.name());
            throw Problems.edgeImage(Specs.edgeImage(application), result.complaint());
        }
    }

    @Override
    public void createEdge(Operation.CreateEdge op) {
        try {
            edges.create(op.https(), Specs.edgeImage(application));
        } catch (PortTakenException e) {
            int https = op.https().orElse(0);
            if (https == 0
                    || e.port() != https
                    || aim.site().flatMap(Target::certificate).isPresent()) {
                throw portTaken(e);
            }
            // Nobody here needs that port yet, and an application without TLS can do without it.
            progress.note(
                    "port " + https + " cannot be had, so " + op.name() + " is made without HTTPS");
            try {
                edges.create(OptionalInt.empty(), Specs.edgeImage(application));
            } catch (PortTakenException again) {
                throw portTaken(again);
            }
        }
    }

    private FullstackException portTaken(PortTakenException e) {
        int port = e.port() == 0 ? application.edge().httpPort() : e.port();
        return Problems.portTaken(e, port, engine.publishersOf(port));
    }

    @Override
    public void startEdge(Operation.StartEdge op) {
        try {
            edges.start();
        } catch (PortTakenException e) {
            throw portTaken(e);
        }
    }

    @Override
    public void settleEdge(Operation.SettleEdge op) {
        DeployLock all = DeployLock.ofEdge(engine, application, aim.holder(), operator.clock());
        // Perhaps it was not cut off at all.
        edge.awaitUpgrade();
        all.take();
        try {
            edges.settle();
        } catch (PortTakenException e) {
            throw portTaken(e);
        } finally {
            all.release();
        }
    }

    @Override
    public void startNextEdge(Operation.StartNextEdge op) {
        edges.startNext();
    }

    @Override
    public void handOver(Operation.HandOver op) {
        edges.handOver();
    }

    @Override
    public void removeNextEdge(Operation.RemoveNextEdge op) {
        edges.giveUp();
    }

    @Override
    public void tryEdge(Operation.TryEdge op) {
        ExecResult result = engine.run(Specs.triesEdge(application), "", EDGE_TRY);
        if (!result.ok()) {
            throw Problems.edgeImageUnfit(op.image(), op.name(), result.complaint());
        }
    }

    @Override
    public void remakeEdge(Operation.RemakeEdge op) {
        edges.takeDown();
        edges.create(op.https(), op.image());
    }

    @Override
    public void takeEdgeDown(Operation.TakeEdgeDown op) {
        edges.takeDown();
    }

    @Override
    public void configureEdge(Operation.ConfigureEdge op) {
        String live = edge.generation();
        changed(edge.apply(live, live, changes.configuration()));
    }

    @Override
    public void restoreSlot(Operation.RestoreSlot op) {
        changed(edge.apply(op.release(), op.release(), changes.restored(op)));
    }

    @Override
    public void createVolume(Operation.CreateVolume op) {
        engine.createVolume(op.name(), Labels.of(application, "data"));
    }

    @Override
    public void removeVolume(Operation.RemoveVolume op) {
        if (!engine.removeVolume(op.name())) {
            progress.note("volume " + op.name() + " is in use and stays");
        }
    }

    @Override
    public void createOwnNetwork(Operation.CreateOwnNetwork op) {
        accessories.createNetwork(op.name());
    }

    @Override
    public void createAccessory(Operation.CreateAccessory op) {
        accessories.create(op.name());
    }

    @Override
    public void startAccessory(Operation.StartAccessory op) {
        engine.start(op.container());
    }

    @Override
    public void gateAccessory(Operation.GateAccessory op) {
        accessories.await(op.name(), op.container());
    }

    @Override
    public void removeAccessory(Operation.RemoveAccessory op) {
        accessories.remove(op.container());
    }

    @Override
    public void writeSecrets(Operation.WriteSecrets op) {
        Secrets.write(engine, application, op.volume(), aim.blueprint(op.release()).user());
    }

    @Override
    public void createUnit(Operation.CreateUnit op) {
        aim.blueprint(op.release()).containers().forEach(engine::create);
    }

    @Override
    public void startUnit(Operation.StartUnit op) {
        op.unit().starting().forEach(engine::start);
    }

    @Override
    public void reviveUnit(Operation.ReviveUnit op) {
        for (String container : op.unit().starting()) {
            try {
                engine.start(container);
            } catch (FullstackException | PortTakenException e) {
                progress.note(container + " does not start: " + e.getMessage());
            }
        }
    }

    @Override
    public void runHook(Operation.RunHook op) {
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
    public void removeHook(Operation.RemoveHook op) {
        engine.stop(op.container(), application.timing().stop());
        engine.remove(op.container());
    }

    @Override
    public void stopUnit(Operation.StopUnit op) {
        progress.note(op.cause());
        op.unit().stopping().forEach(name -> engine.stop(name, grace(op.unit(), name)));
    }

    @Override
    public void addUpstream(Operation.AddUpstream op) {
        changed(edge.apply(op.live(), op.live(), changes.upstream(op)));
    }

    @Override
    public void gate(Operation.Gate op) {
        gate.await(op.release(), op.unit());
    }

    @Override
    public void switchTo(Operation.Switch op) {
        lock.check();
        siteBefore = op.from().isEmpty() ? "" : edge.site();
        apply(op.from(), op.to(), changes.live(op));
    }

    @Override
    public void switchBack(Operation.SwitchBack op) {
        apply(op.from(), op.to(), changes.back(op, siteBefore));
    }

    private void apply(String from, String to, Change change) {
        ExecResult result = edge.apply(from, to, change);
        if (result.ok()) {
            oldWorkers = words(result.out());
        } else if (!edge.generation().equals(to)) {
            // The edge was asked: the client may have been cut off after the switch was done.
            throw new Setback(Outcome.SWITCH_FAILED, Problems.notSwitched(result.complaint()));
        }
    }

    @Override
    public void updateSite(Operation.UpdateSite op) {
        lock.check();
        changed(edge.apply(op.live(), op.live(), changes.site()));
    }

    @Override
    public void keepFiles(Operation.KeepFiles op) {
        ExecResult files =
                engine.exec(
                        op.unit().name(),
                        List.of("find", UnitSettings.PAGES, "-type", "f"),
                        "",
                        Duration.ofSeconds(60));
        List<String> names =
                files.out()
                        .lines()
                        .filter(file -> file.startsWith(UnitSettings.PAGES + "/"))
                        .map(file -> file.substring(UnitSettings.PAGES.length()))
                        .toList();
        int port = aim.blueprint(op.release()).port();
        ExecResult result = files.ok() ? edge.keep(op.release(), port, names) : files;
        if (!result.ok()) {
            progress.note(
                    "pages of "
                            + op.release()
                            + " that stay open will miss its files: "
                            + result.complaint());
        }
    }

    @Override
    public void watch(Operation.Watch op) {
        gate.watch(op.unit());
    }

    @Override
    public void drain(Operation.Drain op) {
        if (!edge.drain(application.timing().drain(), oldWorkers)) {
            progress.note(
                    "some connections of before went on for longer than the drain time; those to"
                            + " the release before are cut");
        }
        oldWorkers = List.of();
    }

    @Override
    public void retireUnit(Operation.RetireUnit op) {
        ExecResult result = edge.apply(op.meanwhile(), op.meanwhile(), changes.retired(op));
        // Whatever the edge has against the change: nobody is served by a unit that is not live,
        // and one that was no good must not go on working, or come back with the engine.
        if (result.ok() || serves(op.meanwhile())) {
            remove(op.unit());
        }
        changed(result);
    }

    private boolean serves(String release) {
        return edge.answers() && edge.generation().equals(release);
    }

    @Override
    public void removeUpstreams(Operation.RemoveUpstreams op) {
        changed(edge.apply(op.meanwhile(), op.meanwhile(), changes.withoutUpstreams(op)));
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

    /** The image first: as long as there is a record of it, the next deployment tries again. */
    @Override
    public void prune(Operation.Prune op) {
        // Each of them, whatever came of the one before.
        long staying = op.imageIds().stream().filter(id -> !images.remove(id)).count();
        if (staying == 0) {
            changed(edge.forget(op.release()));
        }
    }

    @Override
    public void removeImages(Operation.RemoveImages op) {
        op.imageIds().forEach(images::remove);
    }

    @Override
    public void removeCertificate(Operation.RemoveCertificate op) {
        changed(edge.apply(op.meanwhile(), op.meanwhile(), changes.withoutCertificate(op)));
    }

    @Override
    public void removeSite(Operation.RemoveSite op) {
        ExecResult result = edge.apply(op.live(), "", changes.gone(op));
        changed(result);
        edge.forgetKept();
        oldWorkers = words(result.out());
    }

    @Override
    public void removeUnit(Operation.RemoveUnit op) {
        remove(op.unit());
    }

    @Override
    public void removeEdge(Operation.RemoveEdge op) {
        edges.remove(application.timing().drain());
        if (!engine.removeVolume(op.name())) {
            progress.note("volume " + op.name() + " is in use and stays");
        }
    }

    @Override
    public void removeNetwork(Operation.RemoveNetwork op) {
        if (!engine.removeNetwork(op.name())) {
            progress.note("network " + op.name() + " is in use and stays");
        }
    }

    @Override
    public void writeJournal(Operation.WriteJournal op) {
        if (op.event().equals(Operation.WriteJournal.BEGIN)) {
            Blueprint blueprint = aim.blueprint(op.release());
            Provenance from = Provenance.of(blueprint, engine.image(blueprint.imageId()));
            written(journal.begin(op, from));
        } else {
            written(journal.end(op));
        }
    }

    /** Without its first line nobody could tell, after a crash, that a deployment was begun. */
    private void written(String line) {
        ExecResult result = edge.journal(line);
        if (!result.ok()) {
            throw Problems.noJournal(result.complaint());
        }
    }

    private void changed(ExecResult result) {
        if (!result.ok()) {
            throw new Setback(Outcome.SWITCH_FAILED, Problems.notSwitched(result.complaint()));
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
