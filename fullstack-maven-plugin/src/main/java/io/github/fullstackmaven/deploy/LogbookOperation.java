package io.github.fullstackmaven.deploy;

/** Who deploys, and what came of it: the lock and the journal. */
public sealed interface LogbookOperation extends Operation {
    /** Hands the operation to whoever does such. */
    void accept(LogbookSteps steps);

    @Override
    default void accept(Steps steps) {
        accept(steps.logbook());
    }

    /** Takes the lock of application and environment. */
    record TakeLock(String name, String cause) implements LogbookOperation {
        @Override
        public String what() {
            return "take lock " + name;
        }

        @Override
        public void accept(LogbookSteps steps) {
            steps.takeLock(this);
        }
    }

    /** Gives the lock back. */
    record ReleaseLock(String name, String cause) implements LogbookOperation {
        @Override
        public String what() {
            return "release lock " + name;
        }

        @Override
        public void accept(LogbookSteps steps) {
            steps.releaseLock(this);
        }
    }

    /**
     * Adds a line to the journal in the edge's volume.
     *
     * @param release the release that it is about
     * @param event {@code begin}, {@code live}, {@code cut-off}, {@code site}, or how it failed
     */
    record WriteJournal(String release, String event, String cause) implements LogbookOperation {
        static final String BEGIN = "begin";
        static final String LIVE = "live";
        static final String CUT_OFF = "cut-off";
        static final String SITE = "site";

        @Override
        public String what() {
            return "write journal " + event + " " + release;
        }

        @Override
        public void accept(LogbookSteps steps) {
            steps.writeJournal(this);
        }
    }
}
