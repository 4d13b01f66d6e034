package io.github.fullstackmaven.host;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Calls something when this process is told to end while work is under way. */
public final class Interruption {
    private Interruption() {}

    /** How long the work may take to notice that it was ended. */
    private static final long GRACE_SECONDS = 60;

    /**
     * Does some work; on Ctrl-C or SIGTERM meanwhile calls an action that makes the work end, and
     * the process ends once it has.
     *
     * @return what the work gave
     */
    public static <T> T during(Runnable action, Supplier<T> work) {
        CountDownLatch finished = new CountDownLatch(1);
        Thread hook = new Thread(() -> end(action, finished), "fullstack-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            finished.countDown();
            remove(hook);
        }
    }

    private static void end(Runnable action, CountDownLatch finished) {
        action.run();
        try {
            boolean ended = finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                System.err.println("fullstack: the work did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
