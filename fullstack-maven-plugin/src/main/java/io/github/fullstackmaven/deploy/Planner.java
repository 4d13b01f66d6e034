package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.deploy.Operation.Keep;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a deployment has to do. Pure: from what is wanted and what is there, to operations.
 */
final class Planner {
    private final Target target;
    private final Application application;
    private final Observed observed;
    private final String live;
    private final String model;
    private final List<Operation> operations = new ArrayList<>();

    private Planner(Target target, Observed observed) {
        this.target = target;
        this.application = target.application();
        this.observed = observed;
        this.live = observed.live();
        this.model = target.model();
    }

    /**
     * Returns what has to be done, in order; empty when all is as it should be.
     *
     * @throws FullstackException when it cannot be done
     */
    static List<Operation> plan(Target target, Observed observed) {
        Planner planner = new Planner(target, observed);
        planner.refuse();
        planner.reconcile();
        planner.newRelease();
        return planner.wrapped();
    }

    private void refuse() {
        if (!application.edge().managed()) {
            throw Problems.unmanaged();
        }
        if (application.tls().isPresent() && application.domain().isEmpty()) {
            throw Problems.tlsWithoutDomain();
        }
        if (observed.edge().version() > 0 && observed.edge().version() < EdgeFiles.OLDEST) {
            throw Problems.edgeTooOld(application);
        }
        for (Observed.Site site : observed.sites()) {
            if (!isOwn(site) && site.id().equals(application.id())) {
                throw Problems.nameTaken(application, site);
            }
            if (isOwn(site) || !site.domain().equals(application.domain().orElse("-"))) {
                continue;
            }
            throw application.domain().isPresent()
                    ? Problems.domainTaken(application, site)
                    : Problems.defaultTaken(application, site);
        }
        boolean https =
                observed.edge().httpsPort().stream()
                        .anyMatch(p -> p == application.edge().httpsPort());
        if (target.certificate().isPresent() && observed.edge().container() && !https) {
            throw Problems.noHttps(application, observed.edge());
        }
    }

    private void reconcile() {
        edge();
        Optional<Unit> unit = observed.unit(live);
        unit.filter(u -> !u.isRunning())
                .ifPresent(
                        u -> {
                            add(
                                    new Operation.StartUnit(
                                            live, u.name(), "it is live and " + u.status()));
                            add(new Operation.Gate(live, u.name(), "it was started"));
                        });
        if (!live.isEmpty() && !observed.slot().equals(live)) {
            add(
                    new Operation.RestoreSlot(
                            live,
                            "the edge serves it, its slot file says "
                                    + (observed.slot().isEmpty() ? "nothing" : observed.slot())));
        }
        if (!live.isEmpty()) {
            own().flatMap(Observed.Site::fault)
                    .ifPresent(
                            why ->
                                    add(
                                            new Operation.UpdateSite(
                                                    live, "the edge cannot serve it: " + why)));
        }
        List<Unit> leftovers =
                observed.units().stream().filter(u -> !u.release().equals(live)).toList();
        if (!leftovers.isEmpty() && observed.edge().running()) {
            add(new Operation.Drain("requests to an earlier release may go on"));
        }
        for (Unit leftover : leftovers) {
            add(
                    new Operation.RetireUnit(
                            leftover.release(),
                            leftover.name(),
                            live,
                            Names.number(leftover.release()) < Names.number(live)
                                    ? Keep.RECORD
                                    : Keep.NOTHING,
                            "left over, "
                                    + (live.isEmpty() ? "nothing is live" : live + " is live")));
        }
    }

    private void edge() {
        String name = Names.edge(application.edge());
        Observed.EdgeState edge = observed.edge();
        if (edge.running()) {
            if (edge.version() < EdgeFiles.VERSION) {
                add(
                        new Operation.ConfigureEdge(
                                name, "its configuration is of version " + edge.version()));
            }
            return;
        }
        if (!edge.network()) {
            add(new Operation.CreateNetwork(name, "it is missing"));
        }
        if (edge.container()) {
            add(new Operation.StartEdge(name, "it does not run"));
            return;
        }
        if (edge.version() == 0) {
            add(new Operation.PrepareEdge(name, edge.volume() ? "it is empty" : "it is missing"));
        }
        add(
                new Operation.CreateEdge(
                        name, "nothing of ours serves port " + application.edge().httpPort()));
    }

    private void newRelease() {
        Optional<String> cause = cause();
        if (cause.isEmpty()) {
            updateSite();
            return;
        }
        String release = observed.nextRelease();
        String unit = Names.unit(application, release);
        for (Volume volume : Specs.engineVolumes(application)) {
            if (volume.isNamed() && !observed.volumes().contains(volume.source())) {
                add(new Operation.CreateVolume(volume.source(), "it is missing"));
            }
        }
        add(new Operation.CreateUnit(release, unit, cause.get()));
        Optional<Unit> old = observed.unit(live);
        Optional<Volume> exclusive = Specs.exclusiveVolume(application);
        if (old.isPresent() && exclusive.isPresent()) {
            add(
                    new Operation.StopUnit(
                            live,
                            old.get().name(),
                            "volume "
                                    + exclusive.get().source()
                                    + " has one writer at a time, so requests fail until the new"
                                    + " release is live"));
        }
        add(new Operation.StartUnit(release, unit, "new release"));
        add(new Operation.AddUpstream(release, live, "the edge has to know it before it is live"));
        add(new Operation.Gate(release, unit, "it goes live only when it is well"));
        if (application.frontend().isPresent()) {
            add(
                    new Operation.KeepFiles(
                            release, unit, "open pages ask for them after the next release"));
        }
        add(new Operation.Switch(live, release, cause.get()));
        add(new Operation.Watch(release, unit, "it is new"));
        add(new Operation.Drain("requests to the release before may go on"));
        old.ifPresent(
                u ->
                        add(
                                new Operation.RetireUnit(
                                        live,
                                        u.name(),
                                        release,
                                        Keep.RECORD,
                                        release + " is live")));
        removeCertificates(release);
        prune(release);
        add(new Operation.WriteJournal(release, "live", cause.get()));
    }

    /** A certificate that was renewed, say: that needs no new release. */
    private void updateSite() {
        Optional<String> cause = siteCause();
        if (cause.isEmpty()) {
            return;
        }
        add(new Operation.UpdateSite(live, cause.get()));
        removeCertificates(live);
        add(new Operation.WriteJournal(live, "site", cause.get()));
    }

    private void removeCertificates(String release) {
        Optional<String> kept = target.certificate().map(Certificate::digest);
        for (String digest : observed.certificates()) {
            if (!kept.equals(Optional.of(digest))) {
                add(new Operation.RemoveCertificate(digest, release, "no site uses it any more"));
            }
        }
    }

    /** Returns why the application's place on the edge has to be written, if it has. */
    private Optional<String> siteCause() {
        Observed.Site site = own().orElseThrow();
        if (site.fault().isPresent()) {
            // Put in order already, before anything else.
            return Optional.empty();
        }
        Optional<String> certificate = target.certificate().map(Certificate::digest);
        if (certificate.isPresent() && !observed.certificates().contains(certificate.get())) {
            return Optional.of("certificate changed");
        }
        return site.digest().equals(Digest.of(EdgeFiles.site(application, target.certificate())))
                ? Optional.empty()
                : Optional.of("its settings for the edge changed");
    }

    private Optional<Observed.Site> own() {
        return observed.sites().stream().filter(this::isOwn).findFirst();
    }

    /** Returns why a new release is needed, if it is. */
    private Optional<String> cause() {
        if (live.isEmpty()) {
            return Optional.of("nothing is live");
        }
        Optional<Unit> unit = observed.unit(live);
        if (unit.isEmpty()) {
            return Optional.of("the container of " + live + " is gone");
        }
        if (!unit.get().imageId().equals(target.imageId())) {
            return Optional.of("image changed");
        }
        if (!unit.get().model().equals(model)) {
            return Optional.of("model changed");
        }
        if (observed.sites().stream().noneMatch(this::isOwn)) {
            return Optional.of("the edge has no site for it");
        }
        if (unit.get().isRunning() && unit.get().isUnhealthy()) {
            return Optional.of(live + " is unhealthy");
        }
        return Optional.empty();
    }

    private boolean isOwn(Observed.Site site) {
        return site.isOf(application);
    }

    private void prune(String release) {
        List<ReleaseRecord> past =
                observed.records().stream()
                        .filter(r -> !r.release().equals(release))
                        .filter(r -> Names.number(r.release()) <= Names.number(live))
                        .sorted(
                                Comparator.comparing((ReleaseRecord r) -> Names.number(r.release()))
                                        .reversed())
                        .toList();
        Set<String> kept =
                past.stream()
                        .limit(application.retain())
                        .map(ReleaseRecord::imageId)
                        .collect(Collectors.toSet());
        kept.add(target.imageId());
        for (ReleaseRecord old : past.stream().skip(application.retain()).toList()) {
            add(
                    new Operation.Prune(
                            old.release(),
                            old.imageId(),
                            release,
                            kept.contains(old.imageId()) ? Keep.RECORD : Keep.NOTHING,
                            "more than " + application.retain() + " releases back"));
        }
    }

    private List<Operation> wrapped() {
        if (operations.isEmpty()) {
            return List.of();
        }
        List<Operation> all = new ArrayList<>();
        if (!observed.edge().image()) {
            all.add(
                    new Operation.PullImage(
                            Specs.edgeImage(application), "the edge is made from it"));
        }
        all.add(new Operation.TakeLock(Names.lock(application), "one deployment at a time"));
        all.addAll(operations);
        all.add(new Operation.ReleaseLock(Names.lock(application), "done"));
        return List.copyOf(all);
    }

    private void add(Operation operation) {
        operations.add(operation);
    }
}
