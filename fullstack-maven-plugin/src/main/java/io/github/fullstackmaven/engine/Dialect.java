package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.model.Difference;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Where engines of one family differ; everything else of their command lines is the same.
 *
 * @param name the engine's name in settings
 * @param executable the program
 * @param createFlags flags that every new container needs, so that it is the same on each engine
 * @param networkFlags flags that a container needs besides for each network that it is in; {@code
 *     {interface}} in them is what the network's interface is called in there
 * @param tmpfsOptions options that every directory in memory needs, each after a comma
 * @param removeFlags flags that make a forced removal immediate
 * @param healthCheck the subcommand that runs a container's check once, for engines that leave that
 *     to an init system which need not be there; empty for those that do it themselves
 * @param closedNetwork the flags of a network that leads nowhere: ways to say it, the best first,
 *     for versions that do not know it
 * @param absent how it says that something is not there
 * @param present how it says that something is there already
 * @param unsettled how it says that a container is in the middle of something else
 * @param differences what its containers have otherwise than the model says
 */
record Dialect(
        String name,
        String executable,
        List<String> createFlags,
        List<String> networkFlags,
        String tmpfsOptions,
        List<String> removeFlags,
        List<String> healthCheck,
        List<List<String>> closedNetwork,
        Pattern absent,
        Pattern present,
        Pattern unsettled,
        List<Difference> differences) {
    private static final String INTERFACE = "{interface}";

    /** Docker Engine. */
    static final Dialect DOCKER =
            new Dialect(
                    "docker",
                    "docker",
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    List.of(List.of("--internal")),
                    Pattern.compile("(?i)no such|not found"),
                    Pattern.compile("already exists"),
                    // It waits by itself.
                    Pattern.compile("(?!)"),
                    List.of(
                            Difference.of(
                                    "process variable HOME", "set by the engine, from the user"),
                            Difference.of(
                                    "process variable HOSTNAME",
                                    "set by the engine: the container's host name")));

    /**
     * Podman. Left alone it hands the client's proxies to containers, makes more than {@code /tmp}
     * of a read-only root writable, and grants the time to stop to what is removed by force. Told
     * to leave the root alone, newer ones take shared memory for a part of it. A directory in
     * memory would get what is in the one that it covers. The name server of an internal network
     * knows no name from outside (seen on 5.8, not on 4.3), and a container in two networks asks
     * any of their servers: so where podman can say that, its members have no way out, and it is
     * not internal.
     */
    static final Dialect PODMAN =
            new Dialect(
                    "podman",
                    "podman",
                    List.of(
                            "--http-proxy=false",
                            "--read-only-tmpfs=false",
                            "--tmpfs",
                            "/dev/shm:rw,noexec,nosuid,nodev,size=64m,mode=1777"),
                    List.of(),
                    ",notmpcopyup",
                    List.of("--time", "0"),
                    List.of("healthcheck", "run"),
                    List.of(
                            List.of("--opt", "no_default_route=1", "--opt", "isolate=strict"),
                            List.of("--internal")),
                    Pattern.compile("(?i)no such|not found|not known"),
                    Pattern.compile("already exists"),
                    Pattern.compile("container state improper"),
                    List.of(
                            Difference.of("variable HOME", "set by podman, and seen by `inspect`")
                                    .since(5),
                            Difference.of(
                                    "variable HOSTNAME", "set by podman, and seen by `inspect`"),
                            Difference.of("variable container", "podman's own: `podman`"),
                            Difference.of("variable TERM", "set by podman: `xterm`").before(5),
                            Difference.of("process variable TERM", "set by podman: `xterm`")
                                    .before(5),
                            Difference.of("process variable HOME", "set by podman, from the user"),
                            Difference.of(
                                    "process variable HOSTNAME",
                                    "set by podman: the container's host name"),
                            Difference.of("process variable container", "podman's own: `podman`"),
                            Difference.of(
                                    "memory file system /dev/shm",
                                    "asked for by name, so that it is not read-only with the root"),
                            Difference.of(
                                    "memory file system /tmp",
                                    "`inspect` adds `rprivate` to its options"),
                            Difference.of(
                                    "process mount /data",
                                    "a volume takes no devices and no set-user-id programs"),
                            Difference.of(
                                    "process mount /read",
                                    "a volume takes no devices and no set-user-id programs"),
                            unlimited("memory", "memory"),
                            unlimited("memory and swap", "memory"),
                            unlimited("process memory", "memory"),
                            unlimited("processors", "cpus"),
                            unlimited("process processors", "cpus"),
                            unlimited("processes", "processes"),
                            unlimited("process processes", "processes")));

    private static Difference unlimited(String field, String what) {
        return Difference.of(field, "no limit: `deploy` says so").unlimited(what);
    }

    Dialect {
        differences = List.copyOf(differences);
        createFlags = List.copyOf(createFlags);
        networkFlags = List.copyOf(networkFlags);
        removeFlags = List.copyOf(removeFlags);
        healthCheck = List.copyOf(healthCheck);
        closedNetwork = List.copyOf(closedNetwork);
    }

    /** Returns the flags that a container in so many networks needs besides. */
    List<String> networkFlags(int networks) {
        return IntStream.range(0, networks)
                .mapToObj(i -> "eth" + i)
                .flatMap(name -> networkFlags.stream().map(f -> f.replace(INTERFACE, name)))
                .toList();
    }

    /** Returns the same dialect, spoken to a program of another name. */
    Dialect by(String program) {
        return with(program, networkFlags);
    }

    /**
     * Returns the same dialect for an engine whose bridges change their address of hardware with
     * every container that comes or goes. The bridge is where the name server is: a container that
     * believes the old address for half a minute, as the kernel does by itself, finds no name for
     * as long (seen on podman 4.3, not on 5.8). So it asks again after a second, and asks
     * everybody.
     */
    Dialect whereBridgesChange() {
        String neighbours = "net.ipv4.neigh." + INTERFACE + ".";
        return with(
                executable,
                List.of(
                        "--sysctl",
                        neighbours + "base_reachable_time_ms=1000",
                        "--sysctl",
                        neighbours + "delay_first_probe_time=0",
                        "--sysctl",
                        neighbours + "retrans_time_ms=200",
                        "--sysctl",
                        neighbours + "ucast_solicit=0"));
    }

    private Dialect with(String program, List<String> flags) {
        return new Dialect(
                name,
                program,
                createFlags,
                flags,
                tmpfsOptions,
                removeFlags,
                healthCheck,
                closedNetwork,
                absent,
                present,
                unsettled,
                differences);
    }

    /** Returns true when the engine says that what it was asked for is not there. */
    boolean saysAbsent(String words) {
        return absent.matcher(words).find();
    }

    /** Returns true when the engine says that a container is in the middle of something else. */
    boolean saysUnsettled(String words) {
        return unsettled.matcher(words).find();
    }

    /** Returns true when the engine says that what it was to make is there already. */
    boolean saysPresent(String words) {
        return present.matcher(words).find();
    }
}
