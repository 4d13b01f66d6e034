package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Unlock;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says who holds the lock of the application, since when and where, and removes it. Rarely needed:
 * the lock goes with the process that holds it, however that ends, unless its line to the engine
 * was cut silently. A deployment that goes on notices, and goes back.
 *
 * @since 0.1.0
 */
@Mojo(name = "unlock", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class UnlockMojo extends ReleaseMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.unlock.skip")
    private String skipUnlock;

    /**
     * Says who holds the lock, and leaves it. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    @Override
    String goal() {
        return "unlock";
    }

    @Override
    void run(Setup setup) {
        Unlock unlock = new Unlock(workshop(setup), engine(setup));
        if (setup.asked("dryRun")) {
            unlock.dryRun(inputs(setup));
        } else {
            unlock.run(inputs(setup));
        }
    }
}
