package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Render;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes Dockerfile, nginx configuration, compose file and all else that an image is made of. A
 * file that is already right is not touched.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "render",
        defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
        requiresProject = false,
        threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class RenderMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.render.skip")
    private String skipRender;

    /**
     * Prints which files would be written, and writes none. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    @Override
    String goal() {
        return "render";
    }

    @Override
    void run(Setup setup) {
        Render render = new Render(workshop(setup));
        if (setup.asked("dryRun")) {
            render.dryRun(inputs(setup));
        } else {
            render.run(inputs(setup));
        }
    }
}
