package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.python.PackageManager.Kind;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which package manager a project uses: a lock file says more than a left-over list. */
final class PackageManagers {
    private static final Map<String, Kind> LOCKS = locks();

    private final PythonProject project;
    private final List<Finding> findings = new ArrayList<>();

    PackageManagers(PythonProject project) {
        this.project = project;
    }

    private static Map<String, Kind> locks() {
        Map<String, Kind> locks = new LinkedHashMap<>();
        locks.put("uv.lock", Kind.UV);
        locks.put("poetry.lock", Kind.POETRY);
        locks.put("pdm.lock", Kind.PDM);
        locks.put("Pipfile.lock", Kind.PIPENV);
        locks.put(Installation.PYLOCK, Kind.PIP);
        return locks;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the package manager; empty when nothing is to be installed. */
    Optional<PackageManager> choose() {
        Optional<PackageManager> locked = locked();
        return locked.isPresent() ? locked : declared();
    }

    private Optional<PackageManager> locked() {
        List<String> here = LOCKS.keySet().stream().filter(project::has).toList();
        List<String> rivals = new ArrayList<>(here);
        project.requirementFiles().map(read -> read.files().get(0)).ifPresent(rivals::add);
        if (!here.isEmpty()) {
            if (rivals.size() > 1) {
                findings.add(
                        Finding.warning(
                                        "FS-PYTHON-001",
                                        "several files name dependencies: "
                                                + String.join(", ", rivals)
                                                + "; "
                                                + here.get(0)
                                                + " is used",
                                        "remove what is not used any more")
                                .at(project.file(here.get(0))));
            }
            String lock = here.get(0);
            return Optional.of(
                    new PackageManager(
                            LOCKS.get(lock), project.file(lock), true, project.directory()));
        }
        return workspace();
    }

    /** A member of a uv workspace has its lock file at the workspace's root. */
    private Optional<PackageManager> workspace() {
        Tree tree = project.manifests().tree();
        String at = project.directory();
        while (project.pyproject().isPresent() && !at.equals(RepositoryPath.ROOT)) {
            at = RepositoryPath.parent(at);
            PythonProject above = PythonProject.of(project.manifests(), at);
            if (above.table("tool", "uv", "workspace").isPresent()
                    && UvWorkspace.members(above).contains(project.directory())) {
                String lock = RepositoryPath.join(at, "uv.lock");
                boolean locked = tree.isFile(lock);
                return Optional.of(
                        new PackageManager(
                                Kind.UV, locked ? lock : above.file("pyproject.toml"), locked, at));
            }
        }
        return Optional.empty();
    }

    private Optional<PackageManager> declared() {
        String pyproject = project.file("pyproject.toml");
        if (project.requirementFiles().isPresent()) {
            return of(Kind.PIP, project.requirementFiles().get().files().get(0));
        }
        if (project.has("Pipfile")) {
            return of(Kind.PIPENV, project.file("Pipfile"));
        }
        if (project.table("tool", "uv").isPresent()) {
            return of(Kind.UV, pyproject);
        }
        if (project.table("tool", "poetry").isPresent()) {
            return of(Kind.POETRY, pyproject);
        }
        if (project.table("tool", "pdm").isPresent()) {
            return of(Kind.PDM, pyproject);
        }
        if (project.table("project").isPresent() || project.table("build-system").isPresent()) {
            return of(Kind.PIP, pyproject);
        }
        return project.has("setup.py") ? of(Kind.PIP, project.file("setup.py")) : Optional.empty();
    }

    private Optional<PackageManager> of(Kind kind, String file) {
        return Optional.of(new PackageManager(kind, file, false, project.directory()));
    }
}
