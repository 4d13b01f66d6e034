package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.model.Finding;
import java.util.HashSet;
import java.util.Set;

/** Gives each program a port that nobody has. */
final class DevPorts {
    private static final int LAST = 65535;

    private final Machine machine;
    private final Set<Integer> given = new HashSet<>();

    DevPorts(Machine machine) {
        this.machine = machine;
    }

    /** Returns true when a port can still be had. */
    boolean isFree(int port) {
        return !given.contains(port) && machine.isFree(port);
    }

    /** Keeps a port from all others. */
    int take(int port) {
        given.add(port);
        return port;
    }

    /** Returns the first port from this one on that can be had. */
    int from(int port) {
        int next = port;
        while (!isFree(next)) {
            next = next == LAST ? 1024 : next + 1;
        }
        return take(next);
    }

    /** Returns that a program cannot have its port, and who does. */
    Finding taken(String service, int port, String remedy) {
        String holder =
                given.contains(port)
                        ? "another service of this repository"
                        : machine.holder(port).orElse("a program of another user");
        return Finding.error(
                "FS-DEV-003",
                service + " listens on port " + port + ", which " + holder + " has",
                remedy);
    }
}
