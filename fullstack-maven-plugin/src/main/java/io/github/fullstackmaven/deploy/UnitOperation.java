package io.github.fullstackmaven.deploy;

/** The containers of a release, and what is run once for it. */
public sealed interface UnitOperation extends Operation {
    /** Hands the operation to whoever does such. */
    void accept(UnitSteps steps);

    @Override
    default void accept(Steps steps) {
        accept(steps.units());
    }

    /** Writes the secrets of a release into a volume of its own. */
    record WriteSecrets(String release, String volume, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "write secrets of " + release;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.writeSecrets(this);
        }
    }

    /** Creates the containers of a release. */
    record CreateUnit(String release, UnitName unit, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "create unit " + unit;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.createUnit(this);
        }
    }

    /** Runs a program once for a release, in a container of its own. */
    record RunHook(HookPhase phase, String release, String container, String cause)
            implements UnitOperation {
        @Override
        public String what() {
            return "run " + phase.id() + " hook " + container;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.runHook(this);
        }
    }

    /** Removes a hook's container that a killed deployment left. */
    record RemoveHook(String container, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "remove hook " + container;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.removeHook(this);
        }
    }

    /** Starts the containers of a release. */
    record StartUnit(String release, UnitName unit, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "start unit " + unit;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.startUnit(this);
        }
    }

    /** Starts the containers of a release that is about to be replaced, as far as they start. */
    record ReviveUnit(String release, UnitName unit, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "revive unit " + unit;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.reviveUnit(this);
        }
    }

    /** Stops the containers of a release and keeps them. */
    record StopUnit(String release, UnitName unit, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "stop unit " + unit;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.stopUnit(this);
        }
    }

    /** Waits until a unit is well. */
    record Gate(String release, UnitName unit, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "wait for health of " + unit.name();
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.gate(this);
        }
    }

    /** Watches the new release. */
    record Watch(String release, UnitName unit, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "watch " + unit.name();
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.watch(this);
        }
    }

    /**
     * Takes a unit that is not live away: its way in the edge, then its containers.
     *
     * @param meanwhile what is live at that time; empty for nothing
     * @param record whether its release record goes as well
     */
    record RetireUnit(String release, UnitName unit, String meanwhile, Keep record, String cause)
            implements UnitOperation {
        @Override
        public String what() {
            return "retire unit " + unit;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.retireUnit(this);
        }
    }

    /** What happens to the record of a release. */
    enum Keep {
        /** It stays, with the images. */
        RECORD,
        /** It goes. */
        NOTHING
    }

    /** Stops and removes a unit that the edge does not know any more. */
    record RemoveUnit(String release, UnitName unit, String cause) implements UnitOperation {
        @Override
        public String what() {
            return "remove unit " + unit;
        }

        @Override
        public void accept(UnitSteps steps) {
            steps.removeUnit(this);
        }
    }
}
