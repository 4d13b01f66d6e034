package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Releases;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the releases of the application: which one is live, which ones {@code rollback} can go back
 * to, and what became of the others; when, by whom, from which revision, why, and how long it took.
 * Writes {@code releases.json}.
 *
 * @since 0.1.0
 */
@Mojo(name = "releases", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class ReleasesMojo extends ReleaseMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.releases.skip")
    private String skipReleases;

    @Override
    String goal() {
        return "releases";
    }

    @Override
    void run(Setup setup) {
        new Releases(workshop(setup), engine(setup)).run(inputs(setup));
    }
}
