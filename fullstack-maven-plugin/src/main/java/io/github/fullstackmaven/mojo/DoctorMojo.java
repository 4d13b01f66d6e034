package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Doctor;
import io.github.fullstackmaven.goal.doctor.Tools;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Looks at all that building and deploying need and says of each whether it is well, and if not
 * what to do: Java, Maven, the engine, its builder, rights, control groups and clock, the base
 * images, room on the engine's disk, ports, the certificate. Changes nothing; writes {@code
 * doctor.json}. Fails when something is not well that one cannot do without.
 *
 * @since 0.1.0
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class DoctorMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.doctor.skip")
    private String skipDoctor;

    /**
     * The engine: {@code auto}, {@code docker} or {@code podman}. Default: {@code auto}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.engine")
    private String engine;

    @Override
    String goal() {
        return "doctor";
    }

    @Override
    void run(Setup setup) {
        Tools tools = new Tools(System.getProperty("java.version"), mavenVersion());
        new Doctor(workshop(setup), engine(setup), tools).run(inputs(setup));
    }
}
