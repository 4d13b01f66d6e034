package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.model.UnitSettings.HealthCheck;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Turns the description of a container into the arguments of {@code create} and {@code run}. */
final class ContainerArgv {
    /**
     * Names that the engine's own program reads: their value would change what it does, so they
     * cannot go through its environment.
     */
    private static final Pattern READ_BY_CLIENT =
            Pattern.compile(
                    "PATH|HOME|USER|TERM|TMPDIR|LD_.*|DYLD_.*|DOCKER_.*|BUILDX_.*|BUILDKIT_.*"
                            + "|CONTAINER_.*|CONTAINERS_.*|PODMAN_.*|XDG_.*|SSH_AUTH_SOCK|SSL_CERT_.*"
                            + "|GODEBUG|GOTRACEBACK|GOMAXPROCS|GOGC|GOMEMLIMIT"
                            + "|(?i:http_proxy|https_proxy|no_proxy|all_proxy|ftp_proxy)");

    private final Dialect dialect;

    ContainerArgv(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@code create …}: makes the container and does not start it. */
    List<String> create(ContainerSpec spec) {
        List<String> argv = new ArrayList<>(List.of(dialect.executable(), "create"));
        describe(spec, argv);
        return List.copyOf(argv);
    }

    /** {@code run --rm -i …}: runs the container to its end. */
    List<String> run(ContainerSpec spec) {
        List<String> argv = new ArrayList<>(List.of(dialect.executable(), "run", "--rm", "-i"));
        describe(spec, argv);
        return List.copyOf(argv);
    }

    /** The variables that reach the container through the program's own environment. */
    static Map<String, String> clientEnvironment(ContainerSpec spec) {
        Map<String, String> result = new TreeMap<>();
        spec.environment()
                .forEach(
                        (name, value) -> {
                            if (!READ_BY_CLIENT.matcher(name).matches()) {
                                result.put(name, value);
                            }
                        });
        return result;
    }

    private void describe(ContainerSpec spec, List<String> argv) {
        argv.addAll(List.of("--pull", "never"));
        argv.addAll(dialect.createFlags());
        spec.name().ifPresent(n -> argv.addAll(List.of("--name", n)));
        spec.hostname().ifPresent(h -> argv.addAll(List.of("--hostname", h)));
        argv.addAll(List.of("--network", spec.network().orElse("none")));
        if (spec.hasOwnNetwork()) {
            argv.addAll(dialect.networkFlags(1 + spec.furtherNetworks().size()));
        }
        spec.aliases().forEach(a -> argv.addAll(List.of("--network-alias", a)));
        spec.labels().forEach((k, v) -> argv.addAll(List.of("--label", k + "=" + v)));
        harden(spec, argv);
        spec.published().forEach(p -> argv.addAll(List.of("--publish", p.option())));
        spec.sysctls().forEach((k, v) -> argv.addAll(List.of("--sysctl", k + "=" + v)));
        spec.volumes().forEach(v -> argv.addAll(List.of("--mount", mount(v))));
        spec.environment().forEach((name, value) -> argv.addAll(variable(name, value)));
        spec.stopSignal().ifPresent(s -> argv.addAll(List.of("--stop-signal", s)));
        spec.stopTimeout()
                .ifPresent(
                        t -> argv.addAll(List.of("--stop-timeout", String.valueOf(t.toSeconds()))));
        spec.health().ifPresent(h -> check(h, argv));
        spec.entrypoint().ifPresent(e -> argv.addAll(List.of("--entrypoint", e)));
        argv.add(spec.image());
        argv.addAll(spec.arguments());
    }

    private void harden(ContainerSpec spec, List<String> argv) {
        spec.user().ifPresent(u -> argv.addAll(List.of("--user", u)));
        if (spec.root() == ContainerSpec.Root.READ_ONLY) {
            argv.add("--read-only");
        }
        spec.tmpfs()
                .forEach(
                        (directory, options) ->
                                argv.addAll(
                                        List.of(
                                                "--tmpfs",
                                                directory
                                                        + ":"
                                                        + options
                                                        + dialect.tmpfsOptions())));
        argv.addAll(List.of("--cap-drop", "ALL"));
        spec.capabilities().forEach(c -> argv.addAll(List.of("--cap-add", c)));
        argv.addAll(List.of("--security-opt", "no-new-privileges"));
        argv.addAll(List.of("--pids-limit", String.valueOf(spec.pids())));
        spec.memory().ifPresent(m -> argv.addAll(List.of("--memory", m, "--memory-swap", m)));
        spec.cpus().ifPresent(c -> argv.addAll(List.of("--cpus", c)));
        if (!spec.restart().equals("no")) {
            argv.addAll(List.of("--restart", spec.restart()));
        }
    }

    private static List<String> variable(String name, String value) {
        return READ_BY_CLIENT.matcher(name).matches()
                ? List.of("--env", name + "=" + value)
                : List.of("--env", name);
    }

    private static void check(HealthCheck health, List<String> argv) {
        argv.addAll(List.of("--health-cmd", shellLine(health.command())));
        argv.addAll(List.of("--health-interval", health.interval().toSeconds() + "s"));
        argv.addAll(List.of("--health-timeout", health.timeout().toSeconds() + "s"));
        argv.addAll(List.of("--health-retries", String.valueOf(health.retries())));
        argv.addAll(List.of("--health-start-period", health.startPeriod().toSeconds() + "s"));
    }

    /** The engine's option takes a line for a shell. */
    private static String shellLine(List<String> command) {
        return String.join(
                " ",
                command.stream()
                        .map(
                                word ->
                                        word.matches("[A-Za-z0-9_@%+=:,./-]+")
                                                ? word
                                                : "'" + word.replace("'", "'\\''") + "'")
                        .toList());
    }

    /**
     * The engine reads a mount as one line of CSV, so a field with a comma or a quote is quoted.
     * Podman before 5 knows no longer word for {@code ro} where it is about a volume.
     */
    private static String mount(Volume volume) {
        return "type="
                + (volume.isNamed() ? "volume" : "bind")
                + ","
                + field("source=" + volume.source())
                + ","
                + field("target=" + volume.target())
                + (volume.readOnly() ? ",ro" : "");
    }

    private static String field(String text) {
        return text.matches("[^,\"]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
