package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Build;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Builds the pages, looks at what they contain, builds the image, and writes {@code image.json}.
 * Builds nothing when the image that is there was made from the same files.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "build",
        defaultPhase = LifecyclePhase.PACKAGE,
        requiresProject = false,
        threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class BuildMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.build.skip")
    private String skipBuild;

    /**
     * The engine: {@code auto}, {@code docker} or {@code podman}. Default: {@code auto}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.engine")
    private String engine;

    /**
     * Prints what would be built, and builds nothing. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    @Override
    String goal() {
        return "build";
    }

    @Override
    void run(Setup setup) {
        Build build = new Build(workshop(setup), engine(setup));
        if (setup.asked("dryRun")) {
            build.dryRun(inputs(setup));
        } else {
            build.run(inputs(setup));
        }
    }
}
