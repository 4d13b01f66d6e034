package io.github.fullstackmaven.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out which process listens on a port, as far as this user may know: on Linux. */
public final class PortHolder {
    private static final String LISTENING = "0A";
    private static final int LONGEST = 60;

    private final Path proc;

    public PortHolder() {
        this(Path.of("/proc"));
    }

    PortHolder(Path proc) {
        this.proc = proc;
    }

    /** Returns number and command of the process; empty when it is not to be known. */
    public Optional<String> of(int port) {
        Set<String> sockets = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(sockets(table, port));
        }
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (var entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : entries) {
                if (holds(process, sockets)) {
                    return Optional.of(described(process));
                }
            }
        } catch (IOException | DirectoryIteratorException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Set<String> sockets(String table, int port) {
        Set<String> found = new TreeSet<>();
        String end = String.format(":%04X", port);
        try {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9
                        && columns[1].endsWith(end)
                        && columns[3].equals(LISTENING)) {
                    found.add("socket:[" + columns[9] + "]");
                }
            }
        } catch (IOException none) {
            // Another system, or one without IPv6.
            return found;
        }
        return found;
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (var open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path one : open) {
                if (sockets.contains(target(one))) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException anothersOrGone) {
            return false;
        }
        return false;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    /** The first words: arguments further on may be anything, a password for one. */
    private static String described(Path process) {
        String command = "";
        try {
            String[] words = Files.readString(process.resolve("cmdline")).split("\0", 3);
            command = words[0] + (words.length > 1 ? " " + words[1] : "");
        } catch (IOException gone) {
            command = "";
        }
        String shown = command.length() > LONGEST ? command.substring(0, LONGEST) + "…" : command;
        return "process " + process.getFileName() + (shown.isBlank() ? "" : " (" + shown + ")");
    }
}
