package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.UnitOperation.Keep;
import io.github.fullstackmaven.model.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides how to go back when a deployment fails before its switch, or is switched back after it.
 * Pure.
 */
final class UndoPlanner {
    private UndoPlanner() {}

    /**
     * Returns what takes away all that was begun.
     *
     * @param application what was to be live
     * @param observed what was there before
     * @param done the operations that were done
     * @param failed the operation that was begun and not ended
     * @param why how it ended
     */
    static List<Operation> plan(
            Application application,
            Observed observed,
            List<Operation> done,
            Operation failed,
            Setback why) {
        List<Operation> undo = new ArrayList<>();
        List<Operation> begun = new ArrayList<>(done);
        begun.add(failed);
        String live = observed.live();
        boolean switched = done.stream().anyMatch(SiteOperation.Switch.class::isInstance);
        boolean edgeMade = begun.stream().anyMatch(EdgeOperation.PrepareEdge.class::isInstance);
        boolean networkMade =
                begun.stream().anyMatch(EdgeOperation.CreateNetwork.class::isInstance);
        boolean othersServed = !observed.sites().isEmpty();
        begun.stream()
                .filter(UnitOperation.StopUnit.class::isInstance)
                .map(UnitOperation.StopUnit.class::cast)
                .filter(op -> op.release().equals(live))
                .forEach(
                        op -> {
                            // The volume that has one writer at a time was the reason to stop it.
                            begun.stream()
                                    .filter(UnitOperation.StartUnit.class::isInstance)
                                    .map(UnitOperation.StartUnit.class::cast)
                                    .filter(candidate -> !candidate.release().equals(live))
                                    .forEach(
                                            candidate ->
                                                    undo.add(
                                                            new UnitOperation.StopUnit(
                                                                    candidate.release(),
                                                                    candidate.unit(),
                                                                    "there is one writer at a time,"
                                                                            + " and "
                                                                            + live
                                                                            + " comes back")));
                            undo.add(
                                    new UnitOperation.StartUnit(
                                            op.release(), op.unit(), "it was stopped for nothing"));
                            undo.add(
                                    new UnitOperation.Gate(
                                            op.release(), op.unit(), "it was started"));
                        });
        boolean edgeGoes = edgeMade && !othersServed;
        begun.stream()
                .filter(UnitOperation.CreateUnit.class::isInstance)
                .map(UnitOperation.CreateUnit.class::cast)
                .forEach(
                        op -> {
                            if (switched && !live.isEmpty()) {
                                undo.add(
                                        new SiteOperation.SwitchBack(
                                                op.release(), live, "it failed"));
                                undo.add(new SiteOperation.Drain("requests to it may go on"));
                            } else if (switched) {
                                undo.add(
                                        new SiteOperation.RemoveSite(
                                                Names.project(application),
                                                op.release(),
                                                List.of(),
                                                "nothing was live before"));
                            }
                            undo.add(
                                    new UnitOperation.RetireUnit(
                                            op.release(),
                                            op.unit(),
                                            live,
                                            observed.record(op.release()).isPresent()
                                                    ? Keep.RECORD
                                                    : Keep.NOTHING,
                                            "it did not go live"));
                        });
        Accessories accessories = new Accessories(done, begun);
        accessories
                .unwell()
                .forEach(
                        container ->
                                undo.add(
                                        new AccessoryOperation.RemoveAccessory(
                                                container, "it did not get well")));
        begun.stream()
                .filter(StoreOperation.CreateVolume.class::isInstance)
                .map(StoreOperation.CreateVolume.class::cast)
                .filter(op -> !accessories.needs(op.name()))
                .forEach(
                        op ->
                                undo.add(
                                        new StoreOperation.RemoveVolume(
                                                op.name(), "it was made for this release")));
        begun.stream()
                .filter(UnitOperation.WriteSecrets.class::isInstance)
                .map(UnitOperation.WriteSecrets.class::cast)
                .forEach(
                        op ->
                                undo.add(
                                        new StoreOperation.RemoveVolume(
                                                op.volume(), "it was made for this release")));
        if (!edgeGoes) {
            begun.stream()
                    .filter(LogbookOperation.WriteJournal.class::isInstance)
                    .map(LogbookOperation.WriteJournal.class::cast)
                    .filter(op -> op.event().equals(LogbookOperation.WriteJournal.BEGIN))
                    .forEach(
                            op ->
                                    undo.add(
                                            new LogbookOperation.WriteJournal(
                                                    op.release(),
                                                    why.outcome().id(),
                                                    why.problem().findings().get(0).id())));
        }
        if (edgeGoes) {
            undo.add(
                    new EdgeOperation.RemoveEdge(
                            Names.edge(application.edge()), "it serves nobody"));
        }
        if (networkMade && !othersServed) {
            undo.add(
                    new EdgeOperation.RemoveNetwork(
                            Names.edge(application.edge()), "nobody is in it"));
        }
        boolean ownNetworkMade =
                begun.stream().anyMatch(AccessoryOperation.CreateOwnNetwork.class::isInstance);
        if (ownNetworkMade
                && accessories.well().isEmpty()
                && observed.beside().accessories().isEmpty()) {
            undo.add(
                    new EdgeOperation.RemoveNetwork(
                            Names.ownNetwork(application), "nobody is in it"));
        }
        undo.add(
                new LogbookOperation.ReleaseLock(
                        Names.lock(application), "nothing is left to be done"));
        return List.copyOf(undo);
    }

    /** What was made for an accessory that is well stays, whatever became of the release. */
    private record Accessories(List<Operation> done, List<Operation> begun) {
        List<AccessoryOperation.CreateAccessory> well() {
            return made().filter(this::isWell).toList();
        }

        List<String> unwell() {
            return made().filter(op -> !isWell(op))
                    .map(AccessoryOperation.CreateAccessory::container)
                    .toList();
        }

        boolean needs(String volume) {
            return well().stream().anyMatch(op -> op.volumes().contains(volume));
        }

        private Stream<AccessoryOperation.CreateAccessory> made() {
            return begun.stream()
                    .filter(AccessoryOperation.CreateAccessory.class::isInstance)
                    .map(AccessoryOperation.CreateAccessory.class::cast);
        }

        private boolean isWell(AccessoryOperation.CreateAccessory made) {
            return done.stream()
                    .anyMatch(
                            op ->
                                    op instanceof AccessoryOperation.GateAccessory gate
                                            && gate.container().equals(made.container()));
        }
    }
}
