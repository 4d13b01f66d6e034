package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.UpgradeEdge;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Gives {@code httpPort} an edge of the image that is configured: for a newer nginx, or a newer
 * version of this plugin. No deployment does that by itself. The image is tried on the edge's
 * configuration first. The new edge starts beside the old one and takes over when it reaches every
 * unit that the old one reaches; no connection is refused, and none is cut before its time. All
 * applications on that port are concerned. An edge that an older version of this plugin made has to
 * make way first, once: connections are refused meanwhile, and the goal says for how long.
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
