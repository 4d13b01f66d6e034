package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what has to be done about accessories: one that is missing is made, one that stands still
 * is started, and one that runs is left alone, whatever the POM says of it now. Pure.
 */
final class AccessoryPlanner {
    private final Aim aim;
    private final Application application;
    private final Observed.Beside there;
    private final Observed observed;

    AccessoryPlanner(Aim aim, Observed observed) {
        this.aim = aim;
        this.application = aim.application();
        this.observed = observed;
        this.there = observed.beside();
    }

    /** Returns what has to be fetched before anything is changed. */
    List<Operation> pulls() {
        return aim.accessories().stream()
                .filter(a -> standing(a.name()).isEmpty())
                .filter(a -> !there.images().contains(a.image()))
                .map(
                        a ->
                                (Operation)
                                        new StoreOperation.PullImage(
                                                a.image(),
                                                "accessory " + a.name() + " is made from it"))
                .distinct()
                .toList();
    }

    /** Returns what brings them about, in the order of the POM. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        String network = Names.ownNetwork(application);
        if (aim.joinsOwnNetwork() && !there.network()) {
            operations.add(new AccessoryOperation.CreateOwnNetwork(network, "it is missing"));
        }
        if (aim.site().isEmpty()) {
            // Who goes back knows no more of them than that they are there.
            there.accessories().forEach(a -> started(a, operations));
        }
        List<String> volumes = new ArrayList<>(observed.volumes());
        for (Accessory accessory : aim.accessories()) {
            standing(accessory.name())
                    .ifPresentOrElse(
                            a -> started(a, operations),
                            () -> made(accessory, volumes, operations));
        }
        return operations;
    }

    /**
     * Returns what a new release waits for besides: those that run and are not known to be well.
     */
    List<Operation> gates() {
        return there.accessories().stream()
                .filter(a -> aim.accessories().stream().anyMatch(w -> w.name().equals(a.name())))
                .filter(a -> !aim.recreated().contains(a.name()))
                .filter(Observed.Accessory::isRunning)
                .filter(a -> a.health().filter(h -> !h.equals("healthy")).isPresent())
                .map(a -> (Operation) gate(a.name(), a.container(), "it is " + a.health().get()))
                .toList();
    }

    /**
     * Returns what is to be said about those that are left alone.
     *
     * @param engine what the engine's program is called
     */
    List<Finding> warnings(String engine) {
        List<Finding> warnings = new ArrayList<>();
        if (aim.site().isEmpty()) {
            return warnings;
        }
        for (Observed.Accessory accessory : there.accessories()) {
            Optional<Accessory> wanted =
                    aim.accessories().stream()
                            .filter(a -> a.name().equals(accessory.name()))
                            .findFirst();
            if (wanted.isEmpty()) {
                warnings.add(AccessoryProblems.notWanted(accessory, engine));
            } else if (standing(accessory.name()).isPresent()
                    && !accessory.definition().equals(definition(wanted.get()))) {
                warnings.add(AccessoryProblems.changed(accessory.name()));
            }
        }
        return warnings;
    }

    private void made(Accessory accessory, List<String> volumes, List<Operation> operations) {
        String name = accessory.name();
        String container = Names.accessory(application, name);
        String cause = "it is missing";
        if (at(name).isPresent()) {
            operations.add(
                    new AccessoryOperation.RemoveAccessory(
                            container,
                            "fullstack.recreateAccessories names it; the application does without it"
                                    + " until it is well again"));
            cause = "fullstack.recreateAccessories names it";
        }
        List<String> named =
                Specs.accessory(application, accessory).volumes().stream()
                        .filter(Volume::isNamed)
                        .map(Volume::source)
                        .distinct()
                        .toList();
        for (String volume : named) {
            if (!volumes.contains(volume)) {
                volumes.add(volume);
                operations.add(new StoreOperation.CreateVolume(volume, "it is missing"));
            }
        }
        operations.add(new AccessoryOperation.CreateAccessory(name, container, named, cause));
        operations.add(
                new AccessoryOperation.StartAccessory(
                        container, "releases come and go, and find it there"));
        operations.add(gate(name, container, "no release is started before it is well"));
    }

    private void started(Observed.Accessory accessory, List<Operation> operations) {
        if (!accessory.isRunning()) {
            operations.add(
                    new AccessoryOperation.StartAccessory(
                            accessory.container(), "it is " + accessory.status()));
            operations.add(gate(accessory.name(), accessory.container(), "it was started"));
        }
    }

    private static AccessoryOperation.GateAccessory gate(
            String name, String container, String cause) {
        return new AccessoryOperation.GateAccessory(name, container, cause);
    }

    /** The one that is there and that nobody asked to make again. */
    private Optional<Observed.Accessory> standing(String name) {
        return aim.recreated().contains(name) ? Optional.empty() : at(name);
    }

    private Optional<Observed.Accessory> at(String name) {
        return there.accessories().stream().filter(a -> a.name().equals(name)).findFirst();
    }

    private String definition(Accessory accessory) {
        ContainerSpec spec = Specs.accessory(application, accessory);
        return spec.labels().get(Labels.MODEL);
    }
}
