package io.github.fullstackmaven.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine says of the machine that it runs on.
 *
 * @param rootless whether it runs without root's rights
 * @param cgroups the version and the manager of its control groups, {@code v2, systemd}; empty
 *     where it does not say
 * @param unlimited what it cannot limit: {@code memory}, {@code cpus}, {@code processes}
 * @param clock the time there; absent where it does not say
 */
public record EngineFacts(
        boolean rootless, String cgroups, List<String> unlimited, Optional<Instant> clock) {
    public EngineFacts {
        unlimited = List.copyOf(unlimited);
    }

    /** Returns what to do so that it can limit what it cannot. */
    public String howToLimit() {
        if (!rootless) {
            return "turn the controllers on in the kernel's command line";
        }
        return cgroups.startsWith("v1")
                ? "without root's rights only control groups v2 limit anything: start the machine"
                        + " with them (systemd.unified_cgroup_hierarchy=1)"
                : "let systemd delegate these controllers to the user (Delegate=yes)";
    }

    /** Reads what {@code docker info} says. */
    static EngineFacts docker(JsonNode info) {
        List<String> unlimited = new ArrayList<>();
        addUnless(info.path("MemoryLimit").asBoolean(true), "memory", unlimited);
        addUnless(info.path("CpuCfsQuota").asBoolean(true), "cpus", unlimited);
        addUnless(info.path("PidsLimit").asBoolean(true), "processes", unlimited);
        return new EngineFacts(
                info.path("SecurityOptions").toString().contains("name=rootless"),
                cgroups(info.path("CgroupVersion"), info.path("CgroupDriver")),
                unlimited,
                time(info.path("SystemTime").asText()));
    }

    /** Reads what {@code podman info} says. */
    static EngineFacts podman(JsonNode info) {
        JsonNode host = info.path("host");
        JsonNode controllers = host.path("cgroupControllers");
        List<String> unlimited = new ArrayList<>();
        if (controllers.isArray()) {
            String all = controllers.toString();
            addUnless(all.contains("\"memory\""), "memory", unlimited);
            addUnless(all.contains("\"cpu\""), "cpus", unlimited);
            addUnless(all.contains("\"pids\""), "processes", unlimited);
        }
        return new EngineFacts(
                host.path("security").path("rootless").asBoolean(),
                cgroups(host.path("cgroupVersion"), host.path("cgroupManager")),
                unlimited,
                Optional.empty());
    }

    private static void addUnless(boolean able, String what, List<String> unlimited) {
        if (!able) {
            unlimited.add(what);
        }
    }

    private static String cgroups(JsonNode version, JsonNode manager) {
        String number = version.asText().replaceFirst("^v", "");
        return number.isEmpty() ? "" : "v" + number + ", " + manager.asText();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            // An engine that does not say its time is no fault of anybody's.
            return Optional.empty();
        }
    }
}
