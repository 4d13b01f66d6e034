package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lock file of a project or its workspaces: is there one, and can it be held to? */
final class LockFile {
    private static final Pattern WITHOUT_PEERS =
            Pattern.compile("(?m)^\\s*legacy-peer-deps\\s*=\\s*true\\s*$");

    private final ManagerTool tool;
    private final Optional<String> name;
    private final List<Finding> findings = new ArrayList<>();

    LockFile(Manifests manifests, Workspace workspace, ManagerTool tool) {
        PackageJson project = workspace.root();
        this.tool = tool;
        this.name =
                tool.locks().stream()
                        .filter(file -> manifests.tree().isFile(path(project, file)))
                        .findFirst();
        if (name.isEmpty() && workspace.hasDependencies()) {
            findings.add(
                    Finding.warning(
                                    "FS-NODE-004",
                                    "there is no "
                                            + tool.locks().get(0)
                                            + ", so that two builds may have different"
                                            + " dependencies",
                                    "run " + tool.free() + " and commit the lock file")
                            .at(project.path()));
        } else if (name.isPresent() && tool == ManagerTool.NPM) {
            compare(manifests, project, path(project, name.get()));
        }
    }

    /** Returns the lock file's name. */
    Optional<String> name() {
        return name;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns true when exactly what the lock says can be installed. */
    boolean holds() {
        return name.isPresent() && findings.isEmpty();
    }

    /** Returns the command that installs what the lock says, as far as it can be held to it. */
    String command() {
        return holds() ? tool.locked() : tool.free();
    }

    private void compare(Manifests manifests, PackageJson project, String path) {
        Optional<JsonNode> lock = manifests.json(path);
        String settings = manifests.tree().read(path(project, ".npmrc")).orElse("");
        lock.flatMap(
                        content ->
                                new NpmLock(content, !WITHOUT_PEERS.matcher(settings).find())
                                        .disagreement(
                                                member ->
                                                        manifests.json(
                                                                path(project, manifest(member)))))
                .ifPresent(
                        reason ->
                                findings.add(
                                        Finding.warning(
                                                        "FS-NODE-005",
                                                        reason
                                                                + "; npm install is used instead of"
                                                                + " npm ci",
                                                        "run npm install and commit the lock file")
                                                .at(path)));
    }

    private static String manifest(String member) {
        return member.isEmpty() ? "package.json" : member + "/package.json";
    }

    private static String path(PackageJson project, String file) {
        return RepositoryPath.join(project.directory(), file);
    }
}
