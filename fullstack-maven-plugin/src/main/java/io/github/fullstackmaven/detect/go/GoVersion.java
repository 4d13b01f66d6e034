package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.source.ToolVersions;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which Go a module wants. What {@code go.mod} says is a minimum, the {@code toolchain} line
 * before the {@code go} line; files of version managers pin.
 */
final class GoVersion {
    private static final Pattern NUMBER = Pattern.compile("(?:go)?(\\d+(?:\\.\\d+){0,2})\\b.*");

    private final Manifests manifests;
    private final List<Finding> findings = new ArrayList<>();

    GoVersion(Manifests manifests) {
        this.manifests = manifests;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns what is pinned and what is the least that a module needs. */
    List<ToolVersion> of(GoModule module) {
        Optional<ToolVersion> least = minimum(module);
        Optional<ToolVersion> pinned = pinned(module.directory());
        if (pinned.isPresent()
                && least.isPresent()
                && older(pinned.get().value(), least.get().value())) {
            findings.add(
                    Finding.warning(
                                    "FS-GO-005",
                                    "Go "
                                            + pinned.get().value()
                                            + " is pinned, but "
                                            + least.get().source()
                                            + " needs "
                                            + least.get().value()
                                            + ", which is used",
                                    "pin the same version or a newer one")
                            .at(pinned.get().source()));
            pinned = Optional.empty();
        }
        List<ToolVersion> versions = new ArrayList<>();
        pinned.map(v -> new ToolVersion("go", v.value(), v.source())).ifPresent(versions::add);
        least.map(v -> new ToolVersion("go-minimum", v.value(), v.source()))
                .ifPresent(versions::add);
        return versions;
    }

    private static Optional<ToolVersion> minimum(GoModule module) {
        return module.manifest()
                .flatMap(
                        file ->
                                file.value("toolchain")
                                        .flatMap(GoVersion::number)
                                        .or(() -> file.value("go").flatMap(GoVersion::number))
                                        .map(v -> new ToolVersion("go", v, file.path())));
    }

    /** Searches from a directory upwards. */
    private Optional<ToolVersion> pinned(String directory) {
        String at = directory;
        while (true) {
            Optional<ToolVersion> found = in(at);
            if (found.isPresent() || at.equals(RepositoryPath.ROOT)) {
                return found;
            }
            at = RepositoryPath.parent(at);
        }
    }

    private Optional<ToolVersion> in(String directory) {
        return in(RepositoryPath.join(directory, ".go-version"), Pattern.compile("^\\s*(\\S+)"))
                .or(() -> inToolVersions(directory));
    }

    private Optional<ToolVersion> inToolVersions(String directory) {
        return ToolVersions.of(manifests, directory, "go", "golang")
                .flatMap(
                        found ->
                                number(found.value())
                                        .map(v -> new ToolVersion("go", v, found.source())));
    }

    private Optional<ToolVersion> in(String file, Pattern line) {
        return manifests
                .tree()
                .read(file)
                .map(line::matcher)
                .filter(Matcher::find)
                .flatMap(found -> number(found.group(1)))
                .map(version -> new ToolVersion("go", version, file));
    }

    private static Optional<String> number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean older(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = Integer.compare(Integer.parseInt(left[i]), Integer.parseInt(right[i]));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
