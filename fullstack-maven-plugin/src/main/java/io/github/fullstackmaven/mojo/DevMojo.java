package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Dev;
import io.github.fullstackmaven.goal.dev.Wanted;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Sourced;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Starts the front end's own dev server and the back ends on this machine, without containers, and
 * prints the one address to open. A change of a source is seen at once: by the tools' own reloading
 * where they have it, else the program is started again. What was not installed yet is installed
 * first, as in the image's build. Back ends have the variables and secrets of a unit. Ctrl-C ends
 * everything that was started. Fails when a program ends before it answers ({@code FS-DEV-012}), a
 * tool is missing ({@code FS-DEV-007}), or a port is taken that nothing can be told to leave
 * ({@code FS-DEV-003}); nothing goes on running then.
 *
 * @since 0.1.0
 */
@Mojo(name = "dev", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class DevMojo extends ApplicationMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dev.skip")
    private String skipDev;

    /**
     * Prints what would be run, and starts nothing. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    /**
     * The port of the front end's dev server, 1 to 65535. Default: its own, or the next one where
     * that is taken. On one that is taken: error {@code FS-DEV-003}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.devPort")
    private String devPort;

    /**
     * Lines for a shell that start services, by the service's name, instead of what is known of
     * their tools: {@code <devCommands><backend>make serve</backend></devCommands>}. Each is run in
     * the service's directory and has its variables; it sees to changes itself. Default: none. On a
     * name that no service has: error {@code FS-DEV-004}.
     *
     * @since 0.1.0
     */
    @Parameter private Map<String, String> devCommands;

    @Override
    String goal() {
        return "dev";
    }

    @Override
    void run(Setup setup) {
        Dev dev = Dev.onThisMachine(workshop(setup));
        Wanted wanted = new Wanted(port(setup), commands());
        if (setup.asked("dryRun")) {
            dev.dryRun(inputs(setup), wanted);
        } else {
            dev.run(inputs(setup), wanted);
        }
    }

    private static OptionalInt port(Setup setup) {
        Optional<Sourced<String>> typed = setup.settings().text("devPort");
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        String text = typed.get().value();
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-CONFIG-004",
                                    "'" + text + "' is not a whole number from 1 to 65535",
                                    "name a port that is free")
                            .at(typed.get().source()));
        }
        return OptionalInt.of(port);
    }

    /** An element without a line says nothing. */
    private Map<String, String> commands() {
        Map<String, String> said = new HashMap<>(devCommands == null ? Map.of() : devCommands);
        said.values().removeIf(line -> line == null || line.isBlank());
        return said;
    }
}
