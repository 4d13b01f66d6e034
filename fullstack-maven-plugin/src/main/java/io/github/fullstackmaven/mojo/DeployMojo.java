package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Deploy;
import io.github.fullstackmaven.model.Finding;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Puts the application on the air with no downtime: renders and builds if need be, starts the new
 * release beside the old one, judges it, switches to it, and only then stops the old one. Does
 * nothing when nothing changed. Writes {@code deployment.json}, also on failure.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "deploy",
        defaultPhase = LifecyclePhase.DEPLOY,
        requiresProject = false,
        threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class DeployMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.deploy.skip")
    private String skipDeploy;

    /**
     * The engine: {@code auto}, {@code docker} or {@code podman}. Default: {@code auto}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.engine")
    private String engine;

    /**
     * Prints the operations that would be executed, each with its cause, and changes nothing.
     * Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    /**
     * The names of accessories that are made again, separated by commas: stopped, removed and made
     * as the POM says now. Their volumes stay; meanwhile the application has to do without them.
     * Default: none. On a name that no accessory has: error {@code FS-ACCESSORY-008}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.recreateAccessories")
    private String recreateAccessories;

    /**
     * Deploys during a release, too. A release by the maven-release-plugin runs the phase {@code
     * deploy}, which for its other modules means "upload": there this goal is left out, and says so
     * ({@code FS-MAVEN-002}), unless this is set. A release is known by the property {@code
     * performRelease}, which that plugin sets. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.deployOnRelease")
    private String deployOnRelease;

    @Override
    String goal() {
        return "deploy";
    }

    @Override
    void run(Setup setup) {
        if (isWithinRelease() && !setup.asked("deployOnRelease")) {
            setup.console()
                    .finding(
                            Finding.info(
                                    "FS-MAVEN-002",
                                    "this is a release, which starts no containers",
                                    "mvn fullstack:deploy puts it on the air, or set"
                                            + " -Dfullstack.deployOnRelease"));
            return;
        }
        Deploy deploy = new Deploy(workshop(setup), engine(setup));
        if (setup.asked("dryRun")) {
            deploy.dryRun(inputs(setup));
        } else {
            deploy.run(inputs(setup));
        }
    }
}
