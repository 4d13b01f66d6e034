package io.github.fullstackmaven.host;

import java.io.IOException;

/** What standard output leads to. */
public final class Terminal {
    private Terminal() {}

    /**
     * Returns true when a person sees the output as it is, and no file and no other program reads
     * it. Java itself says different things of that in its releases.
     */
    public static boolean isThere() {
        try {
            Process test =
                    new ProcessBuilder("/bin/sh", "-c", "test -t 1")
                            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return test.waitFor() == 0;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
