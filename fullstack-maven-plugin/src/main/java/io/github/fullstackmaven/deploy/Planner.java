package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.deploy.UnitOperation.Keep;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides what a deployment has to do. Pure: from what is wanted and what is there, to operations.
 */
final class Planner {
    private final Aim aim;
    private final Application application;
    private final Observed observed;
    private final String live;
    private final Optional<SitePlanner> site;
    private final AccessoryPlanner accessories;
    private final List<Operation> operations = new ArrayList<>();

    private Planner(Aim aim, Observed observed) {
        this.aim = aim;
        this.application = aim.application();
        this.observed = observed;
        this.live = observed.live();
        this.accessories = new AccessoryPlanner(aim, observed);
        this.site = aim.site().map(target -> new SitePlanner(target, observed));
    }

    /**
     * Returns what has to be done, in order; empty when all is as it should be.
     *
     * @throws FullstackException when it cannot be done
     */
    static List<Operation> plan(Aim aim, Observed observed) {
        Refusals.check(aim, observed);
        Planner planner = new Planner(aim, observed);
        Optional<String> cause = planner.cause();
        planner.reconcile(cause.isPresent());
        cause.ifPresentOrElse(
                planner::newRelease,
                () -> planner.site.map(SitePlanner::update).ifPresent(planner.operations::addAll));
        return planner.wrapped();
    }

    private void reconcile(boolean replaced) {
        edge();
        // What is live may need them as much as what is new.
        operations.addAll(accessories.operations());
        observed.trace().unfinished().ifPresent(this::endJournal);
        observed.beside().hooks().stream()
                .map(h -> new UnitOperation.RemoveHook(h, "its deployment was cut off"))
                .forEach(this::add);
        observed.unit(live)
                .filter(u -> !u.isRunning())
                .filter(u -> gone(u).isEmpty())
                .ifPresent(
                        u -> {
                            otherWriters();
                            operations.addAll(replaced ? revived(u) : startedAndWell(u));
                        });
        if (!live.isEmpty() && !observed.slot().equals(live)) {
            add(
                    new SiteOperation.RestoreSlot(
                            live,
                            "the edge serves it, its slot file says "
                                    + (observed.slot().isEmpty() ? "nothing" : observed.slot())));
        }
        site.map(SitePlanner::repair).ifPresent(operations::addAll);
        List<Unit> leftovers =
                observed.units().stream().filter(u -> !u.release().equals(live)).toList();
        if (!leftovers.isEmpty() && observed.edge().running()) {
            add(new SiteOperation.Drain("requests to an earlier release may go on"));
        }
        for (Unit leftover : leftovers) {
            add(
                    new UnitOperation.RetireUnit(
                            leftover.release(),
                            leftover.name(),
                            live,
                            observed.record(leftover.release()).isPresent()
                                    ? Keep.RECORD
                                    : Keep.NOTHING,
                            "left over, "
                                    + (live.isEmpty() ? "nothing is live" : live + " is live")));
        }
        strayedUpstreams();
        strayedSecrets();
    }

    /** The edge did not take the change when their units were retired. */
    private void strayedUpstreams() {
        List<String> strayed =
                observed.upstreams().stream()
                        .filter(r -> !r.equals(live) && observed.unit(r).isEmpty())
                        .toList();
        if (!strayed.isEmpty()) {
            add(
                    new SiteOperation.RemoveUpstreams(
                            strayed, live, "left over, there is no such unit"));
        }
    }

    /**
     * What is about to be replaced may be broken, and the new release be its cure: it is not waited
     * for.
     */
    private List<Operation> revived(Unit unit) {
        return List.of(
                new UnitOperation.ReviveUnit(
                        live,
                        unit.name(),
                        "it is live until the new release is, and " + unit.stopped()));
    }

    private List<Operation> startedAndWell(Unit unit) {
        return List.of(
                new UnitOperation.StartUnit(live, unit.name(), "it is live and " + unit.stopped()),
                new UnitOperation.Gate(live, unit.name(), "it was started"));
    }

    /** A candidate of a killed deployment may still have what only the live unit may have. */
    private void otherWriters() {
        aim.blueprint(live)
                .exclusiveVolume()
                .ifPresent(
                        volume ->
                                observed.units().stream()
                                        .filter(u -> u.isRunning() && !u.release().equals(live))
                                        .map(
                                                u ->
                                                        new UnitOperation.StopUnit(
                                                                u.release(),
                                                                u.name(),
                                                                oneWriter(volume)
                                                                        + ", and "
                                                                        + live
                                                                        + " is live"))
                                        .forEach(this::add));
    }

    private static String oneWriter(Volume volume) {
        return "volume " + volume.source() + " has one writer at a time";
    }

    /** A deployment that was killed could not say how it ended. */
    private void endJournal(String release) {
        boolean switched = release.equals(live);
        add(
                new LogbookOperation.WriteJournal(
                        release,
                        switched
                                ? LogbookOperation.WriteJournal.LIVE
                                : LogbookOperation.WriteJournal.CUT_OFF,
                        "its deployment was cut off "
                                + (switched ? "after" : "before")
                                + " the switch"));
    }

    private void edge() {
        String name = Names.edge(application.edge());
        Observed.EdgeState edge = observed.edge();
        if (edge.unsettled().isPresent()) {
            add(new EdgeOperation.SettleEdge(name, edge.unsettled().get()));
            return;
        }
        if (edge.running()) {
            if (edge.version() < EdgeFiles.VERSION) {
                add(
                        new SiteOperation.ConfigureEdge(
                                name, "its configuration is of version " + edge.version()));
            }
            return;
        }
        if (!edge.network()) {
            add(new EdgeOperation.CreateNetwork(name, "it is missing"));
        }
        if (edge.container()) {
            add(new EdgeOperation.StartEdge(name, "it does not run"));
            return;
        }
        if (edge.version() == 0) {
            add(
                    new EdgeOperation.PrepareEdge(
                            name, edge.volume() ? "it is empty" : "it is missing"));
        }
        add(
                new EdgeOperation.CreateEdge(
                        name,
                        OptionalInt.of(application.edge().httpsPort()),
                        "nothing of ours serves port " + application.edge().httpPort()));
    }

    private void newRelease(String cause) {
        String release = aim.release(observed);
        Blueprint blueprint = aim.blueprint(release);
        UnitName unit = blueprint.unit();
        add(new LogbookOperation.WriteJournal(release, LogbookOperation.WriteJournal.BEGIN, cause));
        operations.addAll(accessories.gates());
        Optional<String> secrets = secrets(release);
        for (Volume volume : blueprint.namedVolumes()) {
            if (!secrets.equals(Optional.of(volume.source()))
                    && !aim.presentVolumes(observed).contains(volume.source())
                    && operations.stream().noneMatch(op -> makes(op, volume.source()))) {
                add(new StoreOperation.CreateVolume(volume.source(), "it is missing"));
            }
        }
        if (release.equals(live)) {
            observed.unit(live)
                    .ifPresent(u -> add(new UnitOperation.RemoveUnit(live, u.name(), cause)));
        }
        secrets.ifPresent(
                volume ->
                        add(
                                new UnitOperation.WriteSecrets(
                                        release, volume, Secrets.names(application))));
        add(new UnitOperation.CreateUnit(release, unit, cause));
        Optional<Unit> old = observed.unit(live).filter(u -> !release.equals(live));
        Optional<Volume> exclusive = blueprint.exclusiveVolume();
        if (old.isPresent() && exclusive.isPresent()) {
            add(
                    new UnitOperation.StopUnit(
                            live,
                            old.get().name(),
                            oneWriter(exclusive.get())
                                    + ", so requests fail until the new release is live"));
        }
        hook(HookPhase.PRE_DEPLOY, release);
        add(new UnitOperation.StartUnit(release, unit, "new release"));
        add(
                new SiteOperation.AddUpstream(
                        release, live, "the edge has to know it before it is live"));
        add(new UnitOperation.Gate(release, unit, "it goes live only when it is well"));
        if (blueprint.pages()) {
            add(
                    new SiteOperation.KeepFiles(
                            release, unit, "open pages ask for them after the next release"));
        }
        add(new SiteOperation.Switch(live, release, cause));
        add(new UnitOperation.Watch(release, unit, "it is new"));
        add(new SiteOperation.Drain("requests to the release before may go on"));
        old.ifPresent(
                u ->
                        add(
                                new UnitOperation.RetireUnit(
                                        live,
                                        u.name(),
                                        release,
                                        Keep.RECORD,
                                        release + " is live")));
        site.map(planner -> planner.removeCertificates(release)).ifPresent(operations::addAll);
        hook(HookPhase.POST_DEPLOY, release);
        // Who goes back makes nothing new, and wants all that there is to go to.
        if (aim instanceof Aim.New) {
            Retention.of(observed, release, blueprint.imageIds(), application.retain())
                    .forEach(
                            prune -> {
                                add(prune);
                                forgetSecrets(prune.release(), prune.release() + " is forgotten");
                            });
        }
        add(new LogbookOperation.WriteJournal(release, LogbookOperation.WriteJournal.LIVE, cause));
    }

    private static boolean makes(Operation operation, String volume) {
        return operation instanceof StoreOperation.CreateVolume made && made.name().equals(volume);
    }

    /** A release that comes back finds its secrets where it had them. */
    private Optional<String> secrets(String release) {
        return aim instanceof Aim.New && !application.surroundings().secrets().isEmpty()
                ? Optional.of(Names.secrets(application, release))
                : Optional.empty();
    }

    private void forgetSecrets(String release, String cause) {
        String volume = Names.secrets(application, release);
        if (observed.beside().secrets().contains(volume)) {
            add(new StoreOperation.RemoveVolume(volume, cause));
        }
    }

    /** Secrets of a release that never was live, or is forgotten. */
    private void strayedSecrets() {
        for (String volume : observed.beside().secrets()) {
            String release = Names.releaseOfSecrets(application, volume);
            if (!release.equals(live) && observed.record(release).isEmpty()) {
                forgetSecrets(release, "left over, there is no release " + release);
            }
        }
    }

    private void hook(HookPhase phase, String release) {
        phase.of(aim.hooks())
                .map(
                        hook ->
                                new UnitOperation.RunHook(
                                        phase,
                                        release,
                                        Names.hook(application, phase),
                                        hook.source()))
                .ifPresent(this::add);
    }

    /** Returns why a release has to be made, if it has to. */
    private Optional<String> cause() {
        if (live.isEmpty()) {
            return Optional.of("nothing is live");
        }
        Optional<Unit> unit = observed.unit(live);
        if (unit.isEmpty()) {
            return Optional.of("the container of " + live + " is gone");
        }
        if (aim instanceof Aim.Again again) {
            return again.release().equals(live)
                    ? gone(unit.get())
                    : Optional.of("rollback from " + live);
        }
        Blueprint wanted = aim.blueprint(live);
        Optional<String> gone = gone(unit.get());
        if (gone.isPresent()) {
            return gone;
        }
        if (!unit.get().imagesByRole().equals(wanted.imagesByRole())) {
            return Optional.of("image changed");
        }
        if (!unit.get().model().equals(wanted.model())) {
            return Optional.of("model changed");
        }
        if (observed.site(application).isEmpty()) {
            return Optional.of("the edge has no site for it");
        }
        if (unit.get().isRunning() && unit.get().isUnhealthy()) {
            return Optional.of(live + " is unhealthy");
        }
        return Optional.empty();
    }

    /** What is live was made from another model at times: then this is not for us to say. */
    private Optional<String> gone(Unit unit) {
        Blueprint blueprint = aim.blueprint(live);
        boolean same = unit.model().equals(blueprint.model());
        return same && !unit.isWhole(blueprint.unit())
                ? Optional.of("a container of " + live + " is gone")
                : Optional.empty();
    }

    private List<Operation> wrapped() {
        if (operations.isEmpty()) {
            return List.of();
        }
        List<Operation> all = new ArrayList<>();
        if (!observed.edge().image()) {
            all.add(
                    new StoreOperation.PullImage(
                            Specs.edgeImage(application), "the edge is made from it"));
        }
        all.addAll(accessories.pulls());
        all.add(new LogbookOperation.TakeLock(Names.lock(application), "one deployment at a time"));
        all.addAll(operations);
        all.add(new LogbookOperation.ReleaseLock(Names.lock(application), "done"));
        return List.copyOf(all);
    }

    private void add(Operation operation) {
        operations.add(operation);
    }
}
