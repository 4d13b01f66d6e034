package io.github.fullstackmaven.it.lab;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.LocalCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An engine of the lab. The first is the one that {@code docker} leads to; the others are in cells:
 * machines of their own, as far as programs and network go, on the same files.
 *
 * @param name the name of its folder in {@code it/lab/engines}
 */
public record LabEngine(String name) {
    /** The engine that everything else runs on. */
    public static final LabEngine DOCKER = new LabEngine("docker-28");

    private static final Path HOME =
            Path.of(
                    Optional.ofNullable(System.getenv("FULLSTACK_LAB_HOME"))
                            .orElse("/var/lib/fullstack-lab"),
                    "engines");

    /** Returns the engines that this run is to try. */
    public static List<LabEngine> underTest() {
        return Arrays.stream(System.getProperty("it.engines", "docker-28").split(","))
                .map(LabEngine::new)
                .toList();
    }

    /** Returns those of {@link #underTest} that are podman. */
    public static List<LabEngine> podmansUnderTest() {
        return underTest().stream().filter(e -> e.program().equals("podman")).toList();
    }

    /** Returns those of {@link #underTest} that are docker in a cell: on another machine. */
    public static List<LabEngine> remoteDockersUnderTest() {
        return underTest().stream()
                .filter(e -> e.isCell() && e.program().equals("docker"))
                .toList();
    }

    /** Returns the engine, driven as a user drives it. */
    public Engine engine() {
        return Engines.find(program(), commands());
    }

    /** Returns what runs this engine's program where a command names it. */
    public Commands commands() {
        Commands here = new LocalCommands();
        return isCell() ? new CellCommands(here, program(), wrapper().toString()) : here;
    }

    /** Returns the command that people type. */
    public String program() {
        return name.replaceFirst("-.*", "");
    }

    /** Returns the program itself: a name on the {@code PATH}, or a path. */
    public String executable() {
        return isCell() ? wrapper().toString() : program();
    }

    /** Returns a {@code PATH} on which this engine's program comes first. */
    public String path() {
        String path = System.getenv("PATH");
        return isCell() ? wrapper().getParent() + ":" + path : path;
    }

    /** Returns where a port that it publishes is found. */
    public InetSocketAddress at(int port) {
        return new InetSocketAddress(address(), port);
    }

    /** Returns the machine whose ports it publishes. */
    public InetAddress address() {
        try {
            return isCell()
                    ? InetAddress.getByName(line("address"))
                    : InetAddress.getLoopbackAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a port of the machine whose ports it publishes, until it is closed. */
    public TakenPort take(int port) {
        return isCell() ? TakenPort.inCell(line("pid"), port) : TakenPort.here(port);
    }

    /** Ends it as a power failure does, with all that runs on it, and starts it again. */
    public void crash() {
        List<String> engine =
                List.of(
                        Path.of(System.getProperty("it.directory"), "lab/engines", name, "engine")
                                .toString(),
                        "up");
        try {
            String first = first();
            new ProcessBuilder("kill", "-KILL", first).inheritIO().start().waitFor();
            while (ProcessHandle.of(Long.parseLong(first)).isPresent()) {
                Thread.sleep(100);
            }
            int exit = new ProcessBuilder(engine).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(name + " does not come up again");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Returns the words that begin a command which runs where the engine's own processes and mounts
     * are.
     */
    public List<String> inside() {
        return List.of("nsenter", "--target", first(), "--mount", "--net", "--pid", "--");
    }

    /** The first of the engine's processes, as this machine counts. */
    private String first() {
        return isCell() ? line("pid") : firstChild(Long.parseLong(line("pid"))).toString();
    }

    private static Long firstChild(long holder) {
        return ProcessHandle.of(holder)
                .flatMap(p -> p.children().map(ProcessHandle::pid).findFirst())
                .orElseThrow();
    }

    private boolean isCell() {
        return !equals(DOCKER);
    }

    private Path wrapper() {
        return HOME.resolve(name).resolve("bin").resolve(program());
    }

    private String line(String file) {
        try {
            return Files.readString(HOME.resolve(name).resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not up: it/lab/up --engine " + name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
