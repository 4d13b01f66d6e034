package io.github.fullstackmaven.deploy;

import java.util.List;

/** What goes on beside the releases. */
public sealed interface AccessoryOperation extends Operation {
    /** Hands the operation to whoever does such. */
    void accept(AccessorySteps steps);

    @Override
    default void accept(Steps steps) {
        accept(steps.accessories());
    }

    /** Creates the network of an application's units and accessories. */
    record CreateOwnNetwork(String name, String cause) implements AccessoryOperation {
        @Override
        public String what() {
            return "create network " + name;
        }

        @Override
        public void accept(AccessorySteps steps) {
            steps.createOwnNetwork(this);
        }
    }

    /**
     * Creates the container of an accessory.
     *
     * @param volumes the volumes that it has
     */
    record CreateAccessory(String name, String container, List<String> volumes, String cause)
            implements AccessoryOperation {
        public CreateAccessory {
            volumes = List.copyOf(volumes);
        }

        @Override
        public String what() {
            return "create accessory " + container;
        }

        @Override
        public void accept(AccessorySteps steps) {
            steps.createAccessory(this);
        }
    }

    /** Starts an accessory. */
    record StartAccessory(String container, String cause) implements AccessoryOperation {
        @Override
        public String what() {
            return "start accessory " + container;
        }

        @Override
        public void accept(AccessorySteps steps) {
            steps.startAccessory(this);
        }
    }

    /** Waits until an accessory is well. */
    record GateAccessory(String name, String container, String cause)
            implements AccessoryOperation {
        @Override
        public String what() {
            return "wait for health of " + container;
        }

        @Override
        public void accept(AccessorySteps steps) {
            steps.gateAccessory(this);
        }
    }

    /** Stops an accessory and removes its container; its volumes stay. */
    record RemoveAccessory(String container, String cause) implements AccessoryOperation {
        @Override
        public String what() {
            return "remove accessory " + container;
        }

        @Override
        public void accept(AccessorySteps steps) {
            steps.removeAccessory(this);
        }
    }
}
