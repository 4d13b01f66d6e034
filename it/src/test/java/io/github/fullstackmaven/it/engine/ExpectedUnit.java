package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.deploy.Labels;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitVariables;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the model says of a unit's container, field by field, in the words of {@link ActualUnit}.
 */
final class ExpectedUnit {
    private static final long MIB = 1024 * 1024;

    private ExpectedUnit() {}

    static Map<String, String> of(Application application, String imageId, String release) {
        UnitSettings settings = UnitSettings.of(application);
        Map<String, String> facts = new TreeMap<>();
        facts.put("image", imageId);
        facts.put("user", settings.user());
        facts.put("hostname", release);
        facts.put("read-only root", String.valueOf(settings.readOnlyRoot()));
        facts.put("capabilities dropped", String.join(",", settings.droppedCapabilities()));
        facts.put("security", String.join(",", settings.securityOptions()));
        facts.put("processes", String.valueOf(settings.pids()));
        String memory = bytes(application.resources().memory().orElseThrow());
        facts.put("memory", memory);
        facts.put("memory and swap", memory);
        facts.put("processors", application.resources().cpus().orElseThrow());
        facts.put("restart", settings.restart());
        facts.put("stop signal", settings.stopSignal());
        facts.put("stop grace", settings.stopGrace().toSeconds() + "s");
        facts.put("memory file system " + settings.tmpfs(), sorted(settings.tmpfsOptions()));
        UnitSettings.HealthCheck health = settings.health();
        facts.put("health command", String.join(" ", health.command()));
        facts.put("health interval", health.interval().toSeconds() + "s");
        facts.put("health timeout", health.timeout().toSeconds() + "s");
        facts.put("health start period", health.startPeriod().toSeconds() + "s");
        facts.put("health retries", String.valueOf(health.retries()));
        UnitVariables.all(application).forEach((k, v) -> facts.put("variable " + k, v));
        application
                .volumes()
                .forEach(
                        v ->
                                facts.put(
                                        "volume " + v.target(),
                                        (v.isNamed()
                                                        ? application.volumeName(v.source())
                                                        : v.source())
                                                + (v.readOnly() ? " ro" : " rw")));
        facts.put("label application", application.name());
        facts.put("label environment", application.environmentId());
        facts.put("label role", "app");
        facts.put("label release", release);
        facts.put("label model", "present");
        process(facts, settings);
        facts.put("process memory", memory);
        application
                .volumes()
                .forEach(v -> facts.put("process mount " + v.target(), v.readOnly() ? "ro" : "rw"));
        UnitVariables.all(application).forEach((k, v) -> facts.put("process variable " + k, v));
        return facts;
    }

    /** What the first process may do, as the kernel says it. */
    private static void process(Map<String, String> facts, UnitSettings settings) {
        facts.put("process user", settings.user());
        facts.put("process NoNewPrivs", "1");
        facts.put("process Seccomp", "2");
        for (String set : new String[] {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"}) {
            facts.put("process " + set, "0000000000000000");
        }
        facts.put("process processes", String.valueOf(settings.pids()));
        facts.put("process processors", "1.5");
        facts.put("process mount /", "ro");
        facts.put("process mount /tmp", "rw nosuid noexec nodev");
        facts.put("process mount /dev/shm", "rw nosuid noexec nodev");
        facts.put("process can write", "/dev/shm /tmp");
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
