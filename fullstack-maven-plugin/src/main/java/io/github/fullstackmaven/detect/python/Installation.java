package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.python.PackageManager.Kind;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the dependencies of a project are installed into the active virtual environment.
 *
 * @param directory the directory of the project or its workspace
 * @param manifests what that needs, relative to the directory; empty when it needs the sources
 * @param tools what has to be there first, as pip takes it
 * @param commands the commands
 * @param packages the repository's own packages to be installed beside, relative to the directory
 */
record Installation(
        String directory,
        List<String> manifests,
        List<String> tools,
        List<String> commands,
        List<String> packages) {
    /** What PEP 751 calls a lock file. */
    static final String PYLOCK = "pylock.toml";

    Installation {
        manifests = List.copyOf(manifests);
        tools = List.copyOf(tools);
        commands = List.copyOf(commands);
        packages = List.copyOf(packages);
    }

    /** Returns how the dependencies are installed by the package manager of the project. */
    static Installation of(
            PythonProject project, Optional<PackageManager> manager, PythonBuilds builds) {
        if (manager.isEmpty()) {
            return new Installation(
                    project.directory(), List.of(), List.of(), List.of(), List.of());
        }
        return switch (manager.get().kind()) {
            case UV -> uv(project, manager.get(), builds);
            case POETRY -> poetry(project, manager.get(), builds);
            case PDM -> pdm(project, manager.get(), builds);
            case PIPENV -> pipenv(project, manager.get(), builds);
            case PIP -> manager.get().locked() ? pylock(project, builds) : pip(project, builds);
        };
    }

    /** Returns the same with one more package from the index. */
    Installation and(String requirement) {
        List<String> more = new ArrayList<>(commands);
        more.add("python -m pip install " + requirement);
        return new Installation(directory, manifests, tools, more, packages);
    }

    /** Returns what there is to say when no lock file fixes the versions. */
    static Optional<Finding> unlocked(PackageManager manager) {
        if (manager.locked() || manager.kind() == Kind.PIP) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.warning(
                                "FS-PYTHON-004",
                                "there is no lock file of "
                                        + manager.id()
                                        + ", so every build may get other versions",
                                "run " + manager.id() + " lock and commit what it writes")
                        .at(manager.file()));
    }

    private static Installation uv(
            PythonProject project, PackageManager manager, PythonBuilds builds) {
        boolean member = !manager.root().equals(project.directory());
        PythonProject root =
                member ? PythonProject.of(project.manifests(), manager.root()) : project;
        String command =
                "uv sync "
                        + (manager.locked() ? "--locked " : "")
                        + "--no-dev --no-install-workspace"
                        + (member
                                ? project.text("project", "name")
                                        .map(name -> " --package " + name)
                                        .orElse("")
                                : "");
        SortedSet<String> manifests = new TreeSet<>(List.of("pyproject.toml"));
        if (manager.locked()) {
            manifests.add("uv.lock");
        }
        List<String> members = UvWorkspace.members(root);
        for (String path : members) {
            manifests.add(relative(root, RepositoryPath.join(path, "pyproject.toml")));
        }
        return new Installation(
                manager.root(),
                List.copyOf(manifests),
                List.of(builds.tool("uv")),
                List.of(command),
                packages(root, project, members));
    }

    /** The project itself, and the members of the workspace that it depends on. */
    private static List<String> packages(
            PythonProject root, PythonProject project, List<String> members) {
        SortedSet<String> packages = new TreeSet<>();
        List<PythonProject> open = new ArrayList<>(List.of(project));
        SortedSet<String> seen = new TreeSet<>(List.of(project.directory()));
        while (!open.isEmpty()) {
            PythonProject next = open.remove(0);
            if (next.packaged()) {
                packages.add(relative(root, next.directory()));
            }
            for (String path : members) {
                PythonProject member = PythonProject.of(project.manifests(), path);
                Optional<String> name = member.text("project", "name").map(Requirement::normal);
                if (name.isPresent() && next.dependsOn(name.get()) && seen.add(path)) {
                    open.add(member);
                }
            }
        }
        return List.copyOf(packages);
    }

    /** The lock file is handed to pip: that asks nothing of an index but its list of files. */
    private static Installation poetry(
            PythonProject project, PackageManager manager, PythonBuilds builds) {
        String install =
                "poetry export --only main --output /tmp/requirements.txt"
                        + " && python -m pip install --no-deps -r /tmp/requirements.txt";
        return new Installation(
                project.directory(),
                manifests(project, "pyproject.toml", "poetry.lock", "poetry.toml"),
                List.of(builds.tool("poetry"), builds.tool("poetry-plugin-export")),
                List.of(manager.locked() ? install : "poetry lock --no-interaction && " + install),
                itself(project));
    }

    private static Installation pdm(
            PythonProject project, PackageManager manager, PythonBuilds builds) {
        String install = "pdm install --frozen-lockfile --prod --no-self";
        return new Installation(
                project.directory(),
                manifests(project, "pyproject.toml", "pdm.lock", "pdm.toml"),
                // The extra fixes pdm's own dependencies, whose newest it does not always work
                // with.
                List.of(builds.tool("pdm[locked]")),
                manager.locked()
                        ? List.of(install.replace("--frozen-lockfile", "--check"))
                        : List.of("pdm lock --prod && " + install),
                itself(project));
    }

    private static Installation pipenv(
            PythonProject project, PackageManager manager, PythonBuilds builds) {
        return new Installation(
                project.directory(),
                manifests(project, "Pipfile", "Pipfile.lock"),
                List.of(builds.tool("pipenv")),
                manager.locked()
                        ? List.of("pipenv install --deploy --ignore-pipfile")
                        : List.of("pipenv lock && pipenv sync"),
                List.of());
    }

    /** The lock file that PEP 751 gave to all of them. */
    private static Installation pylock(PythonProject project, PythonBuilds builds) {
        return new Installation(
                project.directory(),
                List.of(PYLOCK),
                List.of(builds.tool("uv")),
                List.of("uv pip sync " + PYLOCK),
                itself(project));
    }

    private static Installation pip(PythonProject project, PythonBuilds builds) {
        if (project.requirementFiles().isPresent()) {
            RequirementFiles files = project.requirementFiles().get();
            List<String> inside =
                    files.files().stream()
                            .filter(file -> RepositoryPath.isWithin(file, project.directory()))
                            .map(file -> relative(project, file))
                            .sorted()
                            .toList();
            boolean apart = !files.local() && inside.size() == files.files().size();
            return new Installation(
                    project.directory(),
                    apart ? inside : List.of(),
                    List.of(),
                    List.of("python -m pip install -r " + relative(project, files.files().get(0))),
                    List.of());
        }
        boolean listed = project.table("project").isPresent() && !project.dynamic();
        if (listed) {
            return new Installation(
                    project.directory(),
                    List.of("pyproject.toml"),
                    List.of(builds.tool("uv")),
                    List.of("uv pip install -r pyproject.toml"),
                    itself(project));
        }
        return new Installation(
                project.directory(),
                List.of(),
                List.of(),
                List.of("python -m pip install ."),
                List.of());
    }

    private static List<String> itself(PythonProject project) {
        return project.packaged() ? List.of(RepositoryPath.ROOT) : List.of();
    }

    private static List<String> manifests(PythonProject project, String... names) {
        Tree tree = project.manifests().tree();
        SortedSet<String> there = new TreeSet<>();
        for (String name : names) {
            if (tree.isFile(project.file(name))) {
                there.add(name);
            }
        }
        return List.copyOf(there);
    }

    private static String relative(PythonProject project, String path) {
        return RepositoryPath.relative(project.directory(), path);
    }
}
