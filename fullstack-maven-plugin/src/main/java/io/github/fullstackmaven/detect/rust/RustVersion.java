package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.source.ToolVersions;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.TomlTable;

/**
 * Reads which Rust a project wants. A pinned toolchain is taken as it is; {@code rust-version} is a
 * minimum; the edition says nothing about it.
 */
final class RustVersion {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+){0,2}");

    private final Manifests manifests;
    private final List<Finding> findings = new ArrayList<>();

    RustVersion(Manifests manifests) {
        this.manifests = manifests;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the pinned version, searched from a directory upwards; empty when none is. */
    Optional<ToolVersion> pinned(String directory) {
        String at = directory;
        while (true) {
            Optional<ToolVersion> found = in(at);
            if (found.isPresent() || at.equals(RepositoryPath.ROOT)) {
                return found.filter(version -> isNumber(version));
            }
            at = RepositoryPath.parent(at);
        }
    }

    /** Returns the highest {@code rust-version} of packages, or of the workspace they inherit. */
    static Optional<ToolVersion> minimum(CargoWorkspace workspace) {
        ToolVersion highest = null;
        for (CargoPackage crate : workspace.packages()) {
            Optional<String> own = crate.text("package.rust-version");
            if (own.isPresent() && isHigher(own.get(), highest)) {
                highest = new ToolVersion("rust", own.get(), crate.manifestPath());
            }
        }
        Object shared = workspace.manifest().get("workspace.package.rust-version");
        if (shared instanceof String text && isHigher(text, highest)) {
            String file = RepositoryPath.join(workspace.root(), "Cargo.toml");
            highest = new ToolVersion("rust", text, file);
        }
        return Optional.ofNullable(highest);
    }

    private static boolean isHigher(String version, ToolVersion than) {
        return NUMBER.matcher(version).matches()
                && (than == null || VersionOrder.compare(version, than.value()) > 0);
    }

    private Optional<ToolVersion> in(String directory) {
        String toml = RepositoryPath.join(directory, "rust-toolchain.toml");
        Optional<TomlTable> table = manifests.toml(toml);
        if (table.isPresent() && table.get().get("toolchain.channel") instanceof String channel) {
            return Optional.of(new ToolVersion("rust", channel, toml));
        }
        String old = RepositoryPath.join(directory, "rust-toolchain");
        Optional<String> text = manifests.tree().read(old);
        if (text.isPresent()) {
            if (!text.get().contains("[")) {
                return Optional.of(new ToolVersion("rust", text.get().strip(), old));
            }
            if (manifests.toml(old).map(t -> t.get("toolchain.channel")).orElse(null)
                    instanceof String channel) {
                return Optional.of(new ToolVersion("rust", channel, old));
            }
        }
        String plain = RepositoryPath.join(directory, ".rust-version");
        Optional<String> version = manifests.tree().read(plain).map(String::strip);
        if (version.isPresent()) {
            return Optional.of(new ToolVersion("rust", version.get(), plain));
        }
        return ToolVersions.of(manifests, directory, "rust")
                .map(found -> new ToolVersion("rust", found.value(), found.source()));
    }

    private boolean isNumber(ToolVersion version) {
        if (NUMBER.matcher(version.value()).matches()) {
            return true;
        }
        if (!version.value().startsWith("stable")) {
            findings.add(
                    Finding.warning(
                                    "FS-RUST-005",
                                    "the toolchain "
                                            + version.value()
                                            + " has no base image; the newest stable is used",
                                    "name a released version, or set an image for the role rust"
                                            + " in fullstack.baseImages")
                            .at(version.source()));
        }
        return false;
    }
}
