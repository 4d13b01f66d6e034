package io.github.fullstackmaven.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the containers of a unit are run, the same on every engine and in {@code compose.yaml}: the
 * one place where their hardening is decided.
 *
 * @param gatewayPort where the gateway listens inside the container; not published, except by
 *     {@code compose.yaml} and where no edge stands in front
 * @param user numeric user and group
 * @param readOnlyRoot whether the root file system may only be read
 * @param tmpfs the one writable directory that is no volume
 * @param tmpfsOptions its mount options, comma separated
 * @param droppedCapabilities capabilities that are taken away
 * @param securityOptions values of {@code --security-opt}
 * @param pids how many processes and threads it may have
 * @param restart the engine's restart policy; what is stopped on purpose is removed
 * @param stopSignal what asks it to end
 * @param stopGrace from that signal to KILL: longer than what the supervisor takes
 * @param gatewayDrain how long the gateway may finish requests after the signal
 * @param backendStop how long the back end may take to end after that
 * @param health what the engine asks the container
 */
public record UnitSettings(
        int gatewayPort,
        String user,
        boolean readOnlyRoot,
        String tmpfs,
        String tmpfsOptions,
        List<String> droppedCapabilities,
        List<String> securityOptions,
        int pids,
        String restart,
        String stopSignal,
        Duration stopGrace,
        Duration gatewayDrain,
        Duration backendStop,
        HealthCheck health) {

    /** Where the gateway finds the pages. */
    public static final String PAGES = "/usr/share/fullstack/html";

    /** Where an image that is not ours finds the tools of the supervisor. */
    public static final String TOOLS = "/opt/fullstack";

    /**
     * The variable that tells a gateway which unit it belongs to. The names of its processes begin
     * with the value and a hyphen; without it they are the processes' own.
     */
    public static final String UNIT_VARIABLE = "FULLSTACK_UNIT";

    private static final int GATEWAY_PORT = 8080;
    private static final Duration GATEWAY_DRAIN = Duration.ofSeconds(20);

    /** Two seconds for a gateway that has to be told twice, three for the engine. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /**
     * What the engine asks a container, as an exec-form command.
     *
     * @param command the program and its arguments
     * @param interval how often
     * @param timeout how long one answer may take
     * @param startPeriod how long failures do not count
     * @param retries how many failures in a row make it unhealthy
     */
    public record HealthCheck(
            List<String> command,
            Duration interval,
            Duration timeout,
            Duration startPeriod,
            int retries) {
        public HealthCheck {
            command = List.copyOf(command);
        }
    }

    public UnitSettings {
        droppedCapabilities = List.copyOf(droppedCapabilities);
        securityOptions = List.copyOf(securityOptions);
    }

    /** Returns how one container of an application's units is run. */
    public static UnitSettings of(Application application, UnitPart part) {
        UnitSettings whole = of(application);
        return switch (part.role()) {
            case UnitPart.APP -> whole;
            case UnitPart.GATEWAY -> whole.gatewayAlone();
            default -> whole.processAlone();
        };
    }

    /** nginx finishes its requests on QUIT; on TERM it does not. */
    public UnitSettings gatewayAlone() {
        return ending("SIGQUIT", gatewayDrain.plus(MARGIN));
    }

    /** A process has no more to wait for than itself. */
    public UnitSettings processAlone() {
        return ending(stopSignal, backendStop.plus(MARGIN));
    }

    private UnitSettings ending(String signal, Duration grace) {
        return new UnitSettings(
                gatewayPort,
                user,
                readOnlyRoot,
                tmpfs,
                tmpfsOptions,
                droppedCapabilities,
                securityOptions,
                pids,
                restart,
                signal,
                grace,
                gatewayDrain,
                backendStop,
                health);
    }

    /** Returns how a unit of one container is run. */
    public static UnitSettings of(Application application) {
        int port = gatewayPort(application);
        Timing timing = application.timing();
        return new UnitSettings(
                port,
                "10001:10001",
                true,
                "/tmp",
                "rw,noexec,nosuid,nodev,size=128m,mode=1777",
                List.of("ALL"),
                List.of("no-new-privileges"),
                256,
                "always",
                "SIGTERM",
                GATEWAY_DRAIN.plus(timing.stop()).plus(MARGIN),
                GATEWAY_DRAIN,
                timing.stop(),
                new HealthCheck(
                        List.of("/usr/local/bin/fullstack-probe", String.valueOf(port), "/readyz"),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        timing.ready(),
                        3));
    }

    /** In one container, gateway and processes share the ports: the processes' own go first. */
    private static int gatewayPort(Application application) {
        if (application.layout() != Layout.SINGLE) {
            return GATEWAY_PORT;
        }
        List<Integer> taken =
                application.processes().stream()
                        .map(Service::port)
                        .flatMap(Optional::stream)
                        .map(Sourced::value)
                        .toList();
        int port = GATEWAY_PORT;
        while (taken.contains(port)) {
            port++;
        }
        return port;
    }
}
