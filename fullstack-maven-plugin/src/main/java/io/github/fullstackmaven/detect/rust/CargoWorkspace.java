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
    private final Set<String> listed = new TreeSet<>();
    private final Map<String, Home> homes = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** The manifest that a package inherits from: of its workspace, or its own. */
    private record Home(String directory, TomlTable manifest) {}

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
        return packages.values().stream()
                .filter(p -> !isExcluded(p.directory()))
                .filter(p -> !isOutside(p.directory()) || listed.contains(p.directory()))
                .toList();
    }

    /** Returns the directories of packages that are needed and lie outside of the workspace's. */
    List<String> outside() {
        return packages.keySet().stream().filter(this::isOutside).toList();
    }

    private boolean isOutside(String directory) {
        return !RepositoryPath.isWithin(directory, root);
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

    /** Returns what packages outside inherit from besides their own manifests, by directory. */
    Map<String, TomlTable> otherRoots() {
        Map<String, TomlTable> roots = new TreeMap<>();
        for (Home home : homes.values()) {
            if (!home.directory().equals(root) && !packages.containsKey(home.directory())) {
                roots.put(home.directory(), home.manifest());
            }
        }
        return roots;
    }

    /** Returns the directory of a dependency that lies in the repository. */
    private Optional<String> directory(CargoPackage crate, CargoPackage.Dependency dependency) {
        Home home = homes.get(crate.directory());
        String from = dependency.inherited() ? home.directory() : crate.directory();
        return declared(home, dependency)
                .path()
                .flatMap(path -> RepositoryPath.resolve(from, path));
    }

    private static CargoPackage.Dependency declared(Home home, CargoPackage.Dependency dependency) {
        if (!dependency.inherited()) {
            return dependency;
        }
        Object shared = home.manifest().get(List.of("workspace", "dependencies", dependency.key()));
        return CargoPackage.dependency(dependency.key(), shared);
    }

    private Home home(Manifests manifests, CargoPackage crate) {
        String directory = crate.directory();
        if (!isOutside(directory) || listed.contains(directory)) {
            return new Home(root, manifest);
        }
        if (crate.manifest().isTable("workspace")) {
            return new Home(directory, crate.manifest());
        }
        String above = directory;
        while (!above.equals(RepositoryPath.ROOT)) {
            above = RepositoryPath.parent(above);
            Optional<TomlTable> parent = manifests.toml(manifest(above));
            if (parent.isPresent() && parent.get().isTable("workspace")) {
                return new Home(above, parent.get());
            }
        }
        return new Home(directory, crate.manifest());
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
                    workspace.listed.add(member);
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
            Home home = home(manifests, crate);
            homes.put(directory, home);
            for (CargoPackage.Dependency dependency : crate.allDependencies()) {
                Optional<String> local = directory(crate, dependency);
                if (local.isPresent()) {
                    open.add(local.get());
                } else if (declared(home, dependency).path().isPresent()) {
                    leaving(crate, dependency);
                }
            }
        }
    }

    private void leaving(CargoPackage crate, CargoPackage.Dependency dependency) {
        findings.add(
                Finding.error(
                                "FS-RUST-004",
                                "the dependency "
                                        + dependency.key()
                                        + " lies outside of the repository, which is all that an"
                                        + " image is built from",
                                "move it into the repository, or name a published version")
                        .at(crate.manifestPath()));
    }

    private static String manifest(String directory) {
        return RepositoryPath.join(directory, "Cargo.toml");
    }
}
