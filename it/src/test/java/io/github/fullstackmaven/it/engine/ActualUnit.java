package io.github.fullstackmaven.it.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an engine made of a unit's container, field by field, in terms of the model: as {@code
 * inspect} says it, in whatever words, and as the kernel does.
 */
final class ActualUnit {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Asked in the container; a line a fact, its name and value parted by a tabulator. */
    private static final String PROCESS =
            """
            fact() { printf '%s\\t%s\\n' "$1" "$2"; }
            fact user "$(sed -n 's/^Uid:.\\([0-9]*\\).*/\\1/p' /proc/1/status):$(sed -n 's/^Gid:.\\([0-9]*\\).*/\\1/p' /proc/1/status)"
            for name in NoNewPrivs Seccomp CapInh CapPrm CapEff CapBnd CapAmb; do
              fact "$name" "$(sed -n "s/^$name:.//p" /proc/1/status)"
            done
            awk '$5 ~ "^/(tmp|dev/shm|data|read|host|run|var/tmp)?$" { print $5, $6 }' /proc/1/mountinfo |
              while read -r target options; do
                fact "mount $target" "$(echo "$options" | tr , '\\n' | grep -vE 'atime|^seclabel|^idmapped' | sort -r | tr '\\n' ' ' | sed 's/ $//')"
              done
            cgroup() { cat "/sys/fs/cgroup/$1" 2> /dev/null; }
            fact memory "$(cgroup memory/memory.limit_in_bytes || cgroup memory.max)"
            fact processes "$(cgroup pids/pids.max || cgroup pids.max)"
            fact processors "$( (cgroup cpu/cpu.cfs_quota_us && cgroup cpu/cpu.cfs_period_us || cgroup cpu.max | tr ' ' '\\n') | awk 'NR == 1 { q = $1 } NR == 2 { print q / $1 }')"
            can=
            for directory in / /dev/shm /etc /root /run /tmp /var/tmp; do
              touch "$directory/x" 2> /dev/null && can="$can $directory"
            done
            fact 'can write' "${can# }"
            unset PWD OLDPWD SHLVL
            for name in $(awk 'BEGIN { for (name in ENVIRON) print name }' | sort); do
              fact "variable $name" "base64:$(printenv "$name" | base64 -w 0)"
            done
            """;

    /** Old podman says a number; where nothing is said it is this one. */
    private static final Map<String, String> SIGNALS =
            Map.of("", "SIGTERM", "15", "SIGTERM", "3", "SIGQUIT");

    private ActualUnit() {}

    /**
     * Returns what is there.
     *
     * @param program what the engine's program is called
     */
    static Map<String, String> read(
            Engine engine, Commands commands, String program, String container) {
        JsonNode inspect = inspect(commands, program, "container", container);
        String image = inspect.path("Image").asText();
        JsonNode own = inspect(commands, program, "image", image);
        Map<String, String> facts = new TreeMap<>();
        facts.put("image", image.startsWith("sha256:") ? image : "sha256:" + image);
        config(facts, inspect.path("Config"), own.path("Config"));
        host(facts, inspect.path("HostConfig"));
        inspect.path("Mounts").forEach(mount -> mount(facts, mount));
        List<String> networks = new ArrayList<>();
        inspect.at("/NetworkSettings/Networks").fieldNames().forEachRemaining(networks::add);
        facts.put("networks", networks.stream().sorted().collect(Collectors.joining(" ")));
        String said =
                engine.exec(
                                container,
                                List.of("/bin/sh", "-c", PROCESS),
                                "",
                                Duration.ofSeconds(60))
                        .out();
        Map<String, String> ofImage = variables(own.path("Config"));
        said.lines()
                .map(line -> line.split("\t", 2))
                .filter(fact -> !ofImage.containsKey(fact[0]))
                .forEach(fact -> facts.put("process " + fact[0], decoded(fact[1])));
        return facts;
    }

    private static void config(Map<String, String> facts, JsonNode config, JsonNode image) {
        facts.put("user", config.path("User").asText());
        facts.put("hostname", config.path("Hostname").asText());
        String signal = config.path("StopSignal").asText();
        facts.put("stop signal", SIGNALS.getOrDefault(signal, signal));
        facts.put("stop grace", config.path("StopTimeout").asText() + "s");
        Map<String, String> variables = variables(config);
        variables.keySet().removeAll(variables(image).keySet());
        facts.putAll(variables);
        config.path("Labels")
                .properties()
                .forEach(
                        label -> {
                            if (label.getKey().matches(ExpectedUnit.ours() + "[a-z]+")) {
                                String name =
                                        label.getKey().substring(ExpectedUnit.ours().length());
                                facts.put(
                                        "label " + name,
                                        name.equals("model")
                                                ? "present"
                                                : label.getValue().asText());
                            }
                        });
        if (config.hasNonNull("Healthcheck")) {
            health(facts, config.path("Healthcheck"));
        }
    }

    private static void health(Map<String, String> facts, JsonNode health) {
        List<String> words = new ArrayList<>();
        health.path("Test").forEach(word -> words.add(word.asText()));
        // A line for the shell with the same words is the same check.
        String command = String.join(" ", words.subList(1, words.size()));
        facts.put(
                "health command",
                words.get(0).equals("CMD-SHELL") ? withoutQuotes(command) : command);
        facts.put("health interval", seconds(health.path("Interval")));
        facts.put("health timeout", seconds(health.path("Timeout")));
        facts.put("health start period", seconds(health.path("StartPeriod")));
        facts.put("health retries", health.path("Retries").asText());
    }

    /** What is between apostrophes is meant as it is; an apostrophe itself is between them. */
    private static String withoutQuotes(String line) {
        return line.replace("'\\''", "\0").replace("'", "").replace('\0', '\'');
    }

    private static Map<String, String> variables(JsonNode config) {
        Map<String, String> variables = new TreeMap<>();
        config.path("Env")
                .forEach(
                        variable -> {
                            String[] parts = variable.asText().split("=", 2);
                            variables.put("variable " + parts[0], parts[1]);
                        });
        return variables;
    }

    private static void host(Map<String, String> facts, JsonNode host) {
        facts.put("read-only root", host.path("ReadonlyRootfs").asText());
        // Podman names each of those that it would have given.
        int dropped = host.path("CapDrop").size();
        facts.put(
                "capabilities dropped",
                dropped > 10 ? "ALL" : host.path("CapDrop").path(0).asText());
        host.path("CapAdd").forEach(c -> facts.put("capability " + c.asText(), "added"));
        List<String> security = new ArrayList<>();
        host.path("SecurityOpt").forEach(option -> security.add(option.asText()));
        facts.put("security", String.join(",", security));
        facts.put("processes", host.path("PidsLimit").asText());
        facts.put("memory", host.path("Memory").asText());
        facts.put("memory and swap", host.path("MemorySwap").asText());
        facts.put("processors", processors(host));
        facts.put("restart", host.path("RestartPolicy").path("Name").asText());
        host.path("Tmpfs")
                .properties()
                .forEach(
                        t ->
                                facts.put(
                                        "memory file system " + t.getKey(),
                                        ExpectedUnit.sorted(t.getValue().asText())));
        host.path("PortBindings").properties().forEach(p -> port(facts, p.getKey(), p.getValue()));
    }

    /** Old podman names what an image exposes and nobody published, too. */
    private static void port(Map<String, String> facts, String inside, JsonNode bindings) {
        String outside = bindings.path(0).path("HostPort").asText();
        if (!outside.isEmpty()) {
            facts.put("published " + inside, outside);
        }
    }

    private static void mount(Map<String, String> facts, JsonNode mount) {
        String type = mount.path("Type").asText();
        if (!type.equals("tmpfs")) {
            facts.put(
                    "volume " + mount.path("Destination").asText(),
                    (type.equals("volume") ? mount.path("Name") : mount.path("Source")).asText()
                            + (mount.path("RW").asBoolean() ? " rw" : " ro"));
        }
    }

    private static String processors(JsonNode host) {
        BigDecimal billion = BigDecimal.valueOf(1_000_000_000);
        BigDecimal nano = new BigDecimal(host.path("NanoCpus").asText("0"));
        BigDecimal all =
                nano.signum() != 0
                        ? nano.divide(billion, 3, RoundingMode.HALF_UP)
                        : new BigDecimal(host.path("CpuQuota").asText("0"))
                                .divide(
                                        // It is 0 where there is no limit.
                                        BigDecimal.valueOf(
                                                Math.max(1, host.path("CpuPeriod").asLong(1))),
                                        3,
                                        RoundingMode.HALF_UP);
        return all.stripTrailingZeros().toPlainString();
    }

    private static String seconds(JsonNode nanoseconds) {
        return Duration.ofNanos(nanoseconds.asLong()).toSeconds() + "s";
    }

    /** With the line break that {@code printenv} puts at the end. */
    private static String decoded(String value) {
        if (!value.startsWith("base64:")) {
            return value;
        }
        String text =
                new String(
                        Base64.getDecoder().decode(value.substring("base64:".length())),
                        StandardCharsets.UTF_8);
        return text.substring(0, Math.max(0, text.length() - 1));
    }

    private static JsonNode inspect(Commands commands, String program, String kind, String object) {
        try {
            return JSON.readTree(commands.run(Command.of(program, kind, "inspect", object)).out())
                    .path(0);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
