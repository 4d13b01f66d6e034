package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The storage that outlives releases: what the user asks for, and what variables point into. */
final class Volumes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIRECTORY = Pattern.compile("(?:/[^/:,\"'`$\\\\\\p{Cntrl}]+)+/?");
    private static final Pattern FILE =
            Pattern.compile(".*/[^/]*\\.(?!d$)[A-Za-z][A-Za-z0-9]{0,9}");
    private static final Set<String> TAKEN =
            Set.of(
                    "/app",
                    "/bin",
                    "/boot",
                    "/dev",
                    "/etc",
                    "/lib",
                    "/lib32",
                    "/lib64",
                    "/proc",
                    "/run",
                    "/sbin",
                    "/sys",
                    "/tmp",
                    "/usr",
                    UnitSettings.TOOLS,
                    "/var/tmp");

    private final List<Volume> volumes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private Volumes() {}

    static Volumes of(Request request, Variables variables) {
        Volumes volumes = new Volumes();
        request.volumes().forEach(volumes::parse);
        variables.values().forEach(volumes::derive);
        return volumes;
    }

    List<Volume> volumes() {
        return volumes;
    }

    List<Finding> findings() {
        return findings;
    }

    private void parse(Sourced<String> text) {
        List<String> parts = Arrays.asList(text.value().split(":", -1));
        List<String> options = parts.size() < 2 ? List.of() : parts.subList(2, parts.size());
        boolean known = Set.of("ro", "rw", "single").containsAll(options);
        if (parts.size() < 2 || !known) {
            malformed(text, "is not of the form source:target[:ro][:single]");
            return;
        }
        String source = parts.get(0);
        String target = trimmed(parts.get(1));
        if (!isSource(source)) {
            malformed(text, "begins neither with a volume's name nor with an absolute path");
        } else if (!isDirectory(target) || isTaken(target)) {
            malformed(text, "has a target that is no absolute directory free for data");
        } else if (!options.contains("ro") && FILE.matcher(target).matches()) {
            findings.add(
                    Finding.error(
                                    "FS-VOLUME-002",
                                    "the volume "
                                            + RequestChecks.quote(text.value())
                                            + " mounts a single file for writing, but databases"
                                            + " write beside their file",
                                    "mount the directory, or add :ro")
                            .at(text.source()));
        } else {
            add(
                    new Volume(
                            source,
                            target,
                            options.contains("ro"),
                            options.contains("single"),
                            text.source()));
        }
    }

    private void malformed(Sourced<String> text, String what) {
        findings.add(
                Finding.error(
                                "FS-VOLUME-001",
                                "the volume " + RequestChecks.quote(text.value()) + " " + what,
                                "write it like data:/data, or like /srv/data:/data:ro")
                        .at(text.source()));
    }

    private void add(Volume volume) {
        if (volumes.stream().anyMatch(other -> other.target().equals(volume.target()))) {
            findings.add(
                    Finding.error(
                                    "FS-VOLUME-003",
                                    "two volumes have the target " + volume.target(),
                                    "remove one of them")
                            .at(volume.origin()));
            return;
        }
        volumes.add(volume);
    }

    private void derive(String name, Sourced<String> value) {
        String file = value.source().replaceFirst(":[0-9]+$", "");
        if (DatabaseFile.isRelative(value.value())) {
            findings.add(
                    Finding.warning(
                                    "FS-VOLUME-005",
                                    name
                                            + " points to a file below the working directory, which"
                                            + " cannot be written in the container",
                                    "name a file in a directory of its own by its absolute path, as"
                                            + " in sqlite:///data/app.db")
                            .at(file));
            return;
        }
        Optional<String> directory = DatabaseFile.directory(value.value());
        if (directory.isEmpty() || !isDirectory(directory.get()) || isTaken(directory.get())) {
            return;
        }
        String target = trimmed(directory.get());
        boolean covered =
                volumes.stream()
                        .anyMatch(
                                v ->
                                        target.equals(v.target())
                                                || target.startsWith(v.target() + "/"));
        if (covered) {
            return;
        }
        String source =
                target.substring(target.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_.-]", "-");
        String origin = "derived from " + name + " in " + file;
        volumes.add(new Volume(source, target, false, false, origin));
        findings.add(
                Finding.info(
                                "FS-VOLUME-004",
                                "the directory "
                                        + target
                                        + " is kept in the volume "
                                        + source
                                        + ": "
                                        + origin,
                                "set fullstack.volumes to say otherwise")
                        .at(file));
    }

    /** Whether a text is a volume's name, or an absolute path. */
    static boolean isSource(String text) {
        return text.startsWith("/") ? isDirectory(text) : NAME.matcher(text).matches();
    }

    static boolean isDirectory(String path) {
        return DIRECTORY.matcher(path).matches()
                && Arrays.stream(path.split("/"))
                        .noneMatch(part -> part.equals("..") || part.equals("."));
    }

    /** Whether a directory is the system's or the tool's, is in one, or hides one. */
    private static boolean isTaken(String path) {
        return TAKEN.stream().anyMatch(taken -> isWithin(path, taken) || isWithin(taken, path));
    }

    private static boolean isWithin(String path, String directory) {
        return path.equals(directory) || path.startsWith(directory + "/");
    }

    /** Says which volumes would hide a program that comes with an image of its own. */
    void besides(List<Service> services) {
        for (Service service : services) {
            if (service.facts() instanceof DockerfileFacts own && own.directory().isPresent()) {
                volumes.stream()
                        .filter(v -> isWithin(own.directory().get(), v.target()))
                        .forEach(v -> hides(v, service));
            }
        }
    }

    private void hides(Volume volume, Service service) {
        findings.add(
                Finding.error(
                                "FS-VOLUME-008",
                                "the volume at "
                                        + volume.target()
                                        + " hides the program of "
                                        + service.name()
                                        + ", which its image has there",
                                "mount it at a directory of its own, like /data")
                        .at(volume.origin()));
    }

    static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
