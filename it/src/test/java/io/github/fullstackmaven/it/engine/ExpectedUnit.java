package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Labels;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.AccessorySettings;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitSettings.HealthCheck;
import io.github.fullstackmaven.model.UnitVariables;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the model says of a container, field by field, in the words of {@link ActualUnit}. */
final class ExpectedUnit {
    private static final long MIB = 1024 * 1024;
    private static final String IN_MEMORY = "rw nosuid noexec nodev";

    private ExpectedUnit() {}

    /** Returns what the model says of the one container of a unit. */
    static Map<String, String> of(Application application, String imageId, String release) {
        return of(application, UnitPart.of(application).get(0), imageId, release);
    }

    /** Returns what the model says of one of the containers of a unit. */
    static Map<String, String> of(
            Application application, UnitPart part, String imageId, String release) {
        UnitSettings settings = UnitSettings.of(application, part);
        boolean gateway = part.role().equals(UnitPart.GATEWAY);
        Map<String, String> facts = new TreeMap<>();
        facts.put("image", imageId);
        facts.put("hostname", release);
        user(facts, settings.user());
        hardening(facts, settings.droppedCapabilities(), settings.securityOptions());
        limits(facts, settings.pids(), application.resources());
        end(facts, settings.restart(), settings.stopSignal(), settings.stopGrace());
        facts.put("read-only root", String.valueOf(settings.readOnlyRoot()));
        facts.put("memory file system " + settings.tmpfs(), sorted(settings.tmpfsOptions()));
        facts.put("process mount /", "ro");
        facts.put("process mount " + settings.tmpfs(), IN_MEMORY);
        facts.put("process can write", "/dev/shm " + settings.tmpfs());
        if (part.process().isEmpty()) {
            // How a process is, its image knows.
            health(facts, settings.health());
        }
        if (!gateway) {
            volumes(facts, application, application.volumes());
        }
        variables(facts, variables(application, part, release));
        facts.put(
                "networks",
                edgeNetwork(application) + (gateway ? "" : " " + ownNetwork(application)));
        labels(facts, application, part.role());
        facts.put("label release", release);
        return facts;
    }

    private static Map<String, String> variables(
            Application application, UnitPart part, String release) {
        if (part.role().equals(UnitPart.GATEWAY)) {
            return Map.of(UnitSettings.UNIT_VARIABLE, application.id() + "-" + release);
        }
        return part.process()
                .map(process -> UnitVariables.all(application, process))
                .orElseGet(() -> UnitVariables.all(application));
    }

    /** Returns what the model says of the container of an accessory. */
    static Map<String, String> of(Application application, Accessory accessory, String imageId) {
        AccessorySettings settings = AccessorySettings.of(application, accessory);
        Map<String, String> facts = new TreeMap<>();
        facts.put("image", imageId);
        facts.put("hostname", accessory.name());
        user(facts, accessory.user().orElseThrow());
        hardening(facts, settings.droppedCapabilities(), settings.securityOptions());
        limits(facts, settings.pids(), accessory.resources());
        end(facts, settings.restart(), "SIGTERM", settings.stopGrace());
        facts.put("read-only root", "false");
        facts.put("process mount /", "rw");
        facts.put("process can write", "/dev/shm /tmp /var/tmp");
        health(facts, settings.health().orElseThrow());
        volumes(facts, application, accessory.volumes());
        Map<String, String> variables = new TreeMap<>();
        accessory.variables().values().forEach((name, v) -> variables.put(name, v.value()));
        variables(facts, variables);
        facts.put("networks", ownNetwork(application));
        labels(facts, application, "accessory");
        facts.put("label accessory", accessory.name());
        return facts;
    }

    private static void user(Map<String, String> facts, String user) {
        facts.put("user", user);
        facts.put("process user", user);
    }

    /** What the first process may do, as the engine and as the kernel say it. */
    private static void hardening(
            Map<String, String> facts, List<String> dropped, List<String> security) {
        facts.put("capabilities dropped", String.join(",", dropped));
        facts.put("security", String.join(",", security));
        facts.put("process NoNewPrivs", "1");
        facts.put("process Seccomp", "2");
        for (String set : new String[] {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"}) {
            facts.put("process " + set, "0000000000000000");
        }
        facts.put("process mount /dev/shm", IN_MEMORY);
    }

    private static void limits(Map<String, String> facts, int pids, Resources resources) {
        String memory = bytes(resources.memory().orElseThrow());
        facts.put("processes", String.valueOf(pids));
        facts.put("process processes", String.valueOf(pids));
        facts.put("memory", memory);
        facts.put("memory and swap", memory);
        facts.put("process memory", memory);
        facts.put("processors", resources.cpus().orElseThrow());
        facts.put("process processors", resources.cpus().orElseThrow());
    }

    private static void end(
            Map<String, String> facts, String restart, String signal, Duration grace) {
        facts.put("restart", restart);
        facts.put("stop signal", signal);
        facts.put("stop grace", grace.toSeconds() + "s");
    }

    private static void health(Map<String, String> facts, HealthCheck health) {
        facts.put("health command", String.join(" ", health.command()));
        facts.put("health interval", health.interval().toSeconds() + "s");
        facts.put("health timeout", health.timeout().toSeconds() + "s");
        facts.put("health start period", health.startPeriod().toSeconds() + "s");
        facts.put("health retries", String.valueOf(health.retries()));
    }

    private static void volumes(
            Map<String, String> facts, Application application, List<Volume> volumes) {
        for (Volume volume : volumes) {
            String source =
                    volume.isNamed() ? application.volumeName(volume.source()) : volume.source();
            String mode = volume.readOnly() ? "ro" : "rw";
            facts.put("volume " + volume.target(), source + " " + mode);
            facts.put("process mount " + volume.target(), mode);
        }
    }

    private static void variables(Map<String, String> facts, Map<String, String> variables) {
        variables.forEach((name, value) -> facts.put("variable " + name, value));
        variables.forEach((name, value) -> facts.put("process variable " + name, value));
    }

    private static void labels(Map<String, String> facts, Application application, String role) {
        facts.put("label application", application.name());
        facts.put("label environment", application.environmentId());
        facts.put("label role", role);
        facts.put("label model", "present");
    }

    private static String edgeNetwork(Application application) {
        return "fullstack-edge-" + application.edge().httpPort();
    }

    private static String ownNetwork(Application application) {
        return "fullstack-" + application.id();
    }

    static String sorted(String options) {
        return Arrays.stream(options.split(",")).sorted().collect(Collectors.joining(","));
    }

    private static String bytes(String memory) {
        return String.valueOf(Long.parseLong(memory.replace("m", "")) * MIB);
    }

    /** The part of a label's name that all of ours have. */
    static String ours() {
        return Labels.APPLICATION.replaceFirst("application$", "");
    }
}
