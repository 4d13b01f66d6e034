package io.github.fullstackmaven.host;

import java.util.function.Supplier;

/** Calls something when this process is told to end while work is under way. */
public final class Interruption {
    private Interruption() {}

    /**
     * Does some work; on Ctrl-C or SIGTERM meanwhile calls an action, and the process ends once
     * that has returned.
     *
     * @return what the work gave
     */
    public static <T> T during(Runnable action, Supplier<T> work) {
        Thread hook = new Thread(action, "fullstack-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            remove(hook);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the action is being called.
        }
    }
}
