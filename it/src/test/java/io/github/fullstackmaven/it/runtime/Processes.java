package io.github.fullstackmaven.it.runtime;

import io.github.fullstackmaven.it.docker.Docker;
import java.util.List;

/** The processes inside a container, read from its own {@code /proc}: it has no {@code ps}. */
final class Processes {
    private static final String LIST =
            "for p in /proc/[0-9]*; do"
                    + " printf '%s %s\\n' \"${p#/proc/}\" \"$(tr '\\0' ' ' <\"$p/cmdline\")\";"
                    + " done";

    private final String container;

    Processes(String container) {
        this.container = container;
    }

    /** Returns the one process whose command line begins like this. */
    int id(String commandLine) {
        List<String> matching =
                list().stream()
                        .filter(l -> l.replaceFirst("^\\d+ ", "").startsWith(commandLine))
                        .toList();
        if (matching.size() != 1) {
            throw new AssertionError(commandLine + " in " + list());
        }
        return Integer.parseInt(matching.get(0).split(" ", 2)[0]);
    }

    /** Kills a process without asking it. */
    void kill(int id) {
        Docker.run("exec", container, "bash", "-c", "kill -9 " + id);
    }

    List<String> list() {
        return Docker.run("exec", container, "bash", "-c", LIST).lines().toList();
    }
}
