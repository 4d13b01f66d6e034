package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tomlj.TomlTable;

/** A Cargo workspace, or a single crate as one: the packages that share a lock and a target. */
final class CargoWorkspace {
    private final String root;
    private final TomlTable manifest;
    private final Map<String, CargoPackage> packages = new TreeMap<>();
    private final Set<String> defaults = new TreeSet<>();
    private final Set<String> excluded = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private CargoWorkspace(String root, TomlTable manifest) {
        this.root = root;
        this.manifest = manifest;
    }

    /** Returns the workspace that a directory's manifest belongs to. */
    static Optional<CargoWorkspace> of(Manifests manifests, String directory) {
        Optional<TomlTable> own = manifests.toml(manifest(directory));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (own.get().isTable("workspace")) {
            return Optional.of(read(manifests, directory, own.get()));
        }
        if (own.get().get("package.workspace") instanceof String path) {
            Optional<String> root = RepositoryPath.resolve(directory, path);
            Optional<TomlTable> named = root.flatMap(r -> manifests.toml(manifest(r)));
            if (named.isPresent()) {
                return Optional.of(read(manifests, root.get(), named.get()));
            }
        }
        String above = directory;
        while (!above.equals(RepositoryPath.ROOT)) {
            above = RepositoryPath.parent(above);
            Optional<TomlTable> parent = manifests.toml(manifest(above));
            if (parent.isPresent() && parent.get().isTable("workspace")) {
                CargoWorkspace workspace = read(manifests, above, parent.get());
                if (workspace.packages.containsKey(directory)) {
                    return Optional.of(workspace);
                }
            }
        }
        return Optional.of(read(manifests, directory, own.get()));
    }

    String root() {
        return root;
    }

    TomlTable manifest() {
        return manifest;
    }

    /** Returns every package of the repository that belongs to it, by directory. */
    Collection<CargoPackage> packages() {
        return packages.values();
    }

    /** Returns the packages that are members, not only needed by one. */
    List<CargoPackage> members() {
        return packages.values().stream().filter(p -> !isExcluded(p.directory())).toList();
    }

    private boolean isExcluded(String directory) {
        return excluded.stream().anyMatch(out -> RepositoryPath.isWithin(directory, out));
    }

    Optional<CargoPackage> packageAt(String directory) {
        return Optional.ofNullable(packages.get(directory));
    }

    /** Returns the packages that a command without {@code -p} would build. */
    List<CargoPackage> defaultPackages() {
        List<CargoPackage> chosen =
                packages.values().stream()
                        .filter(crate -> defaults.contains(crate.directory()))
                        .toList();
        return chosen.isEmpty() ? members() : chosen;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns true when the root manifest says so, not only for want of anything above. */
    boolean isDeclared() {
        return manifest.isTable("workspace");
    }

    /** Returns a package and every package of the repository that it needs to run. */
    List<CargoPackage> closure(CargoPackage start) {
        Map<String, CargoPackage> reached = new TreeMap<>();
        Deque<CargoPackage> open = new ArrayDeque<>(List.of(start));
        List<CargoPackage> order = new ArrayList<>();
        while (!open.isEmpty()) {
            CargoPackage crate = open.poll();
            if (reached.putIfAbsent(crate.directory(), crate) == null) {
                order.add(crate);
                for (CargoPackage.Dependency dependency : crate.dependencies()) {
                    directory(crate, dependency).flatMap(this::packageAt).ifPresent(open::add);
                }
            }
        }
        return order;
    }

    /** Returns the directory of a dependency that lies in the repository. */
    private Optional<String> directory(CargoPackage crate, CargoPackage.Dependency dependency) {
        if (!dependency.inherited()) {
            return dependency
                    .path()
                    .flatMap(path -> RepositoryPath.resolve(crate.directory(), path));
        }
        Object shared = manifest.get(List.of("workspace", "dependencies", dependency.key()));
        return CargoPackage.dependency(dependency.key(), shared)
                .path()
                .flatMap(path -> RepositoryPath.resolve(root, path));
    }

    private static CargoWorkspace read(Manifests manifests, String root, TomlTable manifest) {
        CargoWorkspace workspace = new CargoWorkspace(root, manifest);
        MemberGlob glob = new MemberGlob(manifests.tree());
        for (String path : CargoTargets.texts(manifest.get("workspace.exclude"))) {
            RepositoryPath.resolve(root, path).ifPresent(workspace.excluded::add);
        }
        Deque<String> open = new ArrayDeque<>();
        if (manifest.isTable("package")) {
            open.add(root);
        }
        for (String pattern : CargoTargets.texts(manifest.get("workspace.members"))) {
            for (String member : glob.expand(root, pattern)) {
                if (!workspace.isExcluded(member)) {
                    open.add(member);
                }
            }
        }
        workspace.read(manifests, open);
        List<String> defaults = CargoTargets.texts(manifest.get("workspace.default-members"));
        for (String pattern : defaults) {
            workspace.defaults.addAll(glob.expand(root, pattern));
        }
        return workspace;
    }

    private void read(Manifests manifests, Deque<String> open) {
        while (!open.isEmpty()) {
            String directory = open.poll();
            if (packages.containsKey(directory)) {
                continue;
            }
            Optional<TomlTable> table = manifests.toml(manifest(directory));
            if (table.isEmpty() || !table.get().isTable("package")) {
                continue;
            }
            CargoPackage crate = new CargoPackage(directory, table.get());
            packages.put(directory, crate);
            for (CargoPackage.Dependency dependency : crate.allDependencies()) {
                Optional<String> local = directory(crate, dependency);
                if (local.isPresent() && RepositoryPath.isWithin(local.get(), root)) {
                    open.add(local.get());
                } else if (dependency.path().isPresent() && !dependency.inherited()) {
                    outside(crate, dependency);
                }
            }
        }
    }

    private void outside(CargoPackage crate, CargoPackage.Dependency dependency) {
        findings.add(
                Finding.error(
                                "FS-RUST-004",
                                "the dependency "
                                        + dependency.key()
                                        + " lies outside of the directory "
                                        + root
                                        + ", which this version cannot build",
                                "make a workspace of the directory that holds both")
                        .at(crate.manifestPath()));
    }

    private static String manifest(String directory) {
        return RepositoryPath.join(directory, "Cargo.toml");
    }
}
