package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.model.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Decides how to take an application off the air and leave nothing of it. Pure. */
final class UndeployPlanner {
    private UndeployPlanner() {}

    /**
     * Returns what has to be done, in order; empty when nothing of it is there.
     *
     * @param built the ids of the images that were built last, deployed or not
     * @param data the volumes that go as well
     */
    static List<Operation> plan(
            Application application, Observed observed, List<String> built, List<String> data) {
        List<Operation> operations = new ArrayList<>();
        String edge = Names.edge(application.edge());
        String live = observed.live();
        boolean running = observed.edge().running();
        boolean others =
                observed.sites().stream()
                        .anyMatch(
                                s ->
                                        !s.application().equals(application.name())
                                                || !s.environment()
                                                        .equals(application.environmentId()));
        boolean known =
                !observed.slot().isEmpty()
                        || !observed.records().isEmpty()
                        || !observed.upstreams().isEmpty()
                        || observed.trace().last() > 0;
        boolean edgeThere = observed.edge().container() || observed.edge().volume();
        if (edgeThere && others && observed.edge().unsettled().isPresent()) {
            operations.add(new EdgeOperation.SettleEdge(edge, observed.edge().unsettled().get()));
        } else if (edgeThere && !running && others) {
            operations.add(
                    new EdgeOperation.StartEdge(edge, "others are on it, and it does not run"));
        }
        if (others && known) {
            operations.add(
                    new SiteOperation.RemoveSite(
                            Names.project(application),
                            live,
                            observed.upstreams(),
                            "the application goes"));
            operations.add(new SiteOperation.Drain("requests to it may go on"));
        }
        if (edgeThere && !others) {
            operations.add(new EdgeOperation.RemoveEdge(edge, "nobody else is on it"));
        }
        observed.beside()
                .hooks()
                .forEach(
                        h ->
                                operations.add(
                                        new UnitOperation.RemoveHook(h, "the application goes")));
        for (Unit unit : observed.units()) {
            operations.add(
                    new UnitOperation.RemoveUnit(
                            unit.release(), unit.name(), "the application goes"));
        }
        observed.beside()
                .accessories()
                .forEach(
                        a ->
                                operations.add(
                                        new AccessoryOperation.RemoveAccessory(
                                                a.container(), "the application goes")));
        if (observed.beside().network()) {
            operations.add(
                    new EdgeOperation.RemoveNetwork(
                            Names.ownNetwork(application), "the application goes"));
        }
        if (edgeThere && !others) {
            operations.add(new EdgeOperation.RemoveNetwork(edge, "nobody else is in it"));
        }
        List<String> images =
                Stream.of(
                                observed.units().stream().flatMap(u -> u.imageIds().stream()),
                                observed.records().stream().flatMap(r -> r.imageIds().stream()),
                                built.stream())
                        .flatMap(all -> all)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        if (!images.isEmpty()) {
            operations.add(new StoreOperation.RemoveImages(images, "they are its own"));
        }
        observed.beside()
                .secrets()
                .forEach(
                        v ->
                                operations.add(
                                        new StoreOperation.RemoveVolume(
                                                v, "the application goes")));
        data.stream()
                .sorted()
                .forEach(
                        v ->
                                operations.add(
                                        new StoreOperation.RemoveVolume(v, "its data goes, too")));
        if (operations.isEmpty()) {
            return List.of();
        }
        operations.add(
                0,
                new LogbookOperation.TakeLock(Names.lock(application), "one deployment at a time"));
        operations.add(new LogbookOperation.ReleaseLock(Names.lock(application), "done"));
        return List.copyOf(operations);
    }
}
