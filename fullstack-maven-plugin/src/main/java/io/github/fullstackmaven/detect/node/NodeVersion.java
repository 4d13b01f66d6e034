package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.source.ToolVersions;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.ToolVersion;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.semver4j.Semver;

/**
 * Finds the version of Node.js: {@code .nvmrc}, {@code .node-version}, {@code .tool-versions},
 * {@code mise.toml}, {@code volta}, {@code devEngines.runtime}, {@code engines.node}; a range gives
 * the newest supported release in it.
 */
final class NodeVersion {
    private static final Pattern EXACT =
            Pattern.compile("v?(\\d+)(?:\\.(\\d+|x))?(?:\\.(\\d+|x))?");

    private final Manifests manifests;
    private final NodeReleases releases;
    private final List<Finding> findings = new ArrayList<>();

    NodeVersion(Manifests manifests, NodeReleases releases) {
        this.manifests = manifests;
        this.releases = releases;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns what a project says, or the root of its workspaces. */
    ToolVersion of(PackageJson project, PackageJson root) {
        Optional<Sourced<String>> wanted =
                fromFiles(project.directory())
                        .or(() -> fromManifest(project))
                        .or(() -> fromManifest(root));
        Optional<ToolVersion> version = wanted.flatMap(this::resolved);
        version.ifPresent(this::warnAboutAge);
        return version.orElse(
                new ToolVersion("node", String.valueOf(releases.newest()), Sourced.DEFAULT));
    }

    private Optional<Sourced<String>> fromFiles(String directory) {
        String at = directory;
        while (true) {
            for (String name : List.of(".nvmrc", ".node-version")) {
                String path = RepositoryPath.join(at, name);
                Optional<String> text =
                        manifests.tree().read(path).map(String::strip).filter(t -> !t.isEmpty());
                if (text.isPresent()) {
                    return Optional.of(new Sourced<>(text.get(), path));
                }
            }
            Optional<Sourced<String>> tools = ToolVersions.of(manifests, at, "nodejs", "node");
            if (tools.isPresent()) {
                return tools;
            }
            if (at.equals(RepositoryPath.ROOT)) {
                return Optional.empty();
            }
            at = RepositoryPath.parent(at);
        }
    }

    private static Optional<Sourced<String>> fromManifest(PackageJson project) {
        JsonNode engine = project.root().path("devEngines").path("runtime");
        JsonNode runtime = engine.isArray() ? engine.path(0) : engine;
        Optional<String> declared =
                runtime.path("name").asText().equals("node") && runtime.has("version")
                        ? Optional.of(runtime.path("version").asText())
                        : Optional.empty();
        return project.text("volta", "node")
                .or(() -> declared)
                .or(() -> project.text("engines", "node"))
                .map(text -> new Sourced<>(text, project.path()));
    }

    private Optional<ToolVersion> resolved(Sourced<String> wanted) {
        String text = wanted.value().lines().findFirst().orElse("").strip();
        String lower = text.toLowerCase(Locale.ROOT);
        Optional<String> version;
        if (lower.equals("node")
                || lower.equals("latest")
                || lower.startsWith("lts/*")
                || lower.equals("lts")) {
            version = Optional.of(String.valueOf(releases.newest()));
        } else if (lower.startsWith("lts/")) {
            version = releases.byName(lower.substring("lts/".length())).map(String::valueOf);
        } else {
            Matcher exact = EXACT.matcher(text);
            version = exact.matches() ? Optional.of(precise(exact)) : inRange(text);
        }
        if (version.isEmpty()) {
            findings.add(
                    Finding.warning(
                                    "FS-NODE-003",
                                    "no known release of Node.js is within "
                                            + text
                                            + "; "
                                            + releases.newest()
                                            + " is taken",
                                    "name a supported major version")
                            .at(wanted.source()));
        }
        return version.map(value -> new ToolVersion("node", value, wanted.source()));
    }

    private static String precise(Matcher exact) {
        StringBuilder version = new StringBuilder(exact.group(1));
        for (int group = 2; group <= 3; group++) {
            String part = exact.group(group);
            if (part == null || part.equals("x")) {
                break;
            }
            version.append('.').append(part);
        }
        return version.toString();
    }

    private Optional<String> inRange(String range) {
        for (int i = releases.releases().size() - 1; i >= 0; i--) {
            NodeReleases.Release release = releases.releases().get(i);
            Semver last = new Semver(release.major() + ".999.999");
            if (last.satisfies(range) || new Semver(release.major() + ".0.0").satisfies(range)) {
                return Optional.of(String.valueOf(release.major()));
            }
        }
        return Optional.empty();
    }

    private void warnAboutAge(ToolVersion version) {
        int major = Integer.parseInt(version.value().split("\\.")[0]);
        if (!releases.isSupported(major)) {
            findings.add(
                    Finding.warning(
                                    "FS-NODE-002",
                                    "Node.js "
                                            + major
                                            + " gets no fixes any more, or never got long-term support",
                                    "move to one of " + releases.supported())
                            .at(version.source()));
        }
    }
}
