package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.UpgradeEdge;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the edge of {@code httpPort} anew from the image that is configured: for a newer nginx, or
 * a newer version of this plugin. No deployment does that by itself. The image is tried on the
 * edge's configuration first; an edge that does not get well is made from its old image again. All
 * applications on that port are concerned: while the one edge makes way for the other, connections
 * are refused. The goal says for how long they were.
 *
 * @since 0.1.0
 */
@Mojo(name = "upgrade-edge", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class UpgradeEdgeMojo extends ReleaseMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.upgrade-edge.skip")
    private String skipUpgradeEdge;

    /**
     * Prints the operations that would be executed, and changes nothing. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    @Override
    String goal() {
        return "upgrade-edge";
    }

    @Override
    void run(Setup setup) {
        UpgradeEdge upgrade = new UpgradeEdge(workshop(setup), engine(setup));
        if (setup.asked("dryRun")) {
            upgrade.dryRun(inputs(setup));
        } else {
            upgrade.run(inputs(setup));
        }
    }
}
