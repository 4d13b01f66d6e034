package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.model.CargoDirectories;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tomlj.TomlTable;

/**
 * The files with which Cargo compiles all dependencies before the sources are there: every manifest
 * of the workspace, and an empty source for every target that it still names. A change of sources
 * alone never changes a byte of it.
 *
 * <p>Versions and dependencies stay as they are, those for tests too: the same {@code Cargo.lock}
 * then holds, with {@code --locked}, for the skeleton and for the sources.
 */
final class Skeleton {
    private static final String EMPTY_PROGRAM = "fn main() {}\n";

    /** What of {@code [package]} bears on how dependencies are resolved and compiled. */
    private static final Set<String> PACKAGE_KEYS =
            Set.of("name", "version", "edition", "rust-version", "links", "resolver", "workspace");

    private static final Set<String> SECTIONS =
            Set.of(
                    "dependencies",
                    "build-dependencies",
                    "dev-dependencies",
                    "target",
                    "features",
                    "profile",
                    "patch",
                    "replace",
                    "cargo-features");

    private final Tree tree;
    private final CargoWorkspace workspace;
    private final CargoDirectories directories;
    private final Binary binary;
    private final Map<String, String> files = new TreeMap<>();

    private Skeleton(
            Tree tree, CargoWorkspace workspace, CargoDirectories directories, Binary binary) {
        this.tree = tree;
        this.workspace = workspace;
        this.directories = directories;
        this.binary = binary;
    }

    /**
     * Returns path, relative to the base of the directories, to content. Empty where the workspace
     * itself stands for a published package: then a dependency may need all of it.
     */
    static Map<String, String> of(
            Tree tree, CargoWorkspace workspace, CargoDirectories directories, Binary binary) {
        if (Directories.isWithin(workspace.root(), directories.replacements())
                || Directories.isWithin(binary.crate().directory(), directories.replacements())) {
            return Map.of();
        }
        Skeleton skeleton = new Skeleton(tree, workspace, directories, binary);
        standIns(workspace, directories).forEach(skeleton::add);
        if (workspace.packageAt(workspace.root()).isEmpty()) {
            skeleton.put(workspace.root(), "Cargo.toml", TomlWriter.write(skeleton.rootManifest()));
        }
        workspace.otherRoots().forEach(skeleton::addRoot);
        return skeleton.files;
    }

    /** Returns the packages whose sources are not there when the dependencies are compiled. */
    static List<CargoPackage> standIns(CargoWorkspace workspace, CargoDirectories directories) {
        return workspace.packages().stream()
                .filter(
                        crate ->
                                !Directories.isWithin(
                                        crate.directory(), directories.replacements()))
                .toList();
    }

    /** Of another workspace only what a package of it inherits. */
    private void addRoot(String directory, TomlTable manifest) {
        Map<String, Object> root = new TreeMap<>();
        root.put("workspace", shared(manifest));
        put(directory, "Cargo.toml", TomlWriter.write(root));
    }

    private static Map<String, Object> shared(TomlTable manifest) {
        if (!(manifest.get(List.of("workspace")) instanceof TomlTable table)) {
            return new TreeMap<>();
        }
        Map<String, Object> described = kept(table, Set.of("dependencies", "resolver", "exclude"));
        if (table.get(List.of("package")) instanceof TomlTable inherited) {
            described.put("package", kept(inherited, PACKAGE_KEYS));
        }
        return described;
    }

    private void add(CargoPackage crate) {
        Map<String, Object> manifest = kept(crate.manifest(), SECTIONS);
        Map<String, Object> described =
                crate.manifest().get(List.of("package")) instanceof TomlTable table
                        ? kept(table, PACKAGE_KEYS)
                        : new TreeMap<>();
        for (String kind : List.of("autobins", "autoexamples", "autotests", "autobenches")) {
            described.put(kind, false);
        }
        buildScript(crate).ifPresent(path -> described.put("build", path));
        buildScript(crate).ifPresent(path -> put(crate.directory(), path, EMPTY_PROGRAM));
        if (Boolean.FALSE.equals(crate.manifest().get("package.build"))) {
            described.put("build", false);
        }
        manifest.put("package", described);
        targets(crate, manifest);
        if (crate.directory().equals(workspace.root())) {
            manifest.putAll(rootManifest());
        } else if (crate.manifest().isTable("workspace")) {
            manifest.put("workspace", shared(crate.manifest()));
        }
        put(crate.directory(), "Cargo.toml", TomlWriter.write(manifest));
    }

    private void targets(CargoPackage crate, Map<String, Object> manifest) {
        CargoTargets targets = CargoTargets.of(tree, crate);
        if (targets.library().isPresent()) {
            CargoTarget library = targets.library().get();
            Map<String, Object> described =
                    crate.manifest().get(List.of("lib")) instanceof TomlTable table
                            ? kept(
                                    table,
                                    Set.of(
                                            "crate-type",
                                            "crate_type",
                                            "proc-macro",
                                            "proc_macro",
                                            "edition"))
                            : new TreeMap<>();
            described.put("name", library.name());
            described.put("path", library.path());
            manifest.put("lib", described);
            put(crate.directory(), library.path(), "");
        }
        Optional<CargoTarget> program =
                crate.equals(binary.crate())
                        ? Optional.of(binary.target())
                        : targets.binaries().stream()
                                .filter(any -> targets.library().isEmpty())
                                .findFirst();
        if (program.isPresent()) {
            Map<String, Object> described = new TreeMap<>();
            described.put("name", program.get().name());
            described.put("path", program.get().path());
            if (!program.get().requiredFeatures().isEmpty()) {
                described.put("required-features", program.get().requiredFeatures());
            }
            manifest.put("bin", List.of(described));
            put(crate.directory(), program.get().path(), EMPTY_PROGRAM);
        }
    }

    private Optional<String> buildScript(CargoPackage crate) {
        if (crate.isFalse("package.build")) {
            return Optional.empty();
        }
        Optional<String> named = crate.text("package.build");
        boolean usual = tree.isFile(RepositoryPath.join(crate.directory(), "build.rs"));
        return named.or(() -> usual ? Optional.of("build.rs") : Optional.empty());
    }

    /** Returns what the workspace's root says for all of its members. */
    private Map<String, Object> rootManifest() {
        Map<String, Object> root = kept(workspace.manifest(), SECTIONS);
        if (workspace.isDeclared()) {
            Map<String, Object> described = shared(workspace.manifest());
            Set<String> members = new TreeSet<>();
            for (CargoPackage crate : workspace.members()) {
                members.add(RepositoryPath.relative(workspace.root(), crate.directory()));
            }
            members.remove(RepositoryPath.ROOT);
            described.put("members", List.copyOf(members));
            root.put("workspace", described);
        }
        return root;
    }

    private static Map<String, Object> kept(TomlTable table, Set<String> keys) {
        Map<String, Object> copy = TomlWriter.copy(table);
        copy.keySet().retainAll(keys);
        return copy;
    }

    private void put(String directory, String path, String content) {
        RepositoryPath.resolve(directory, path)
                .map(file -> RepositoryPath.relative(directories.base(), file))
                .filter(file -> !file.startsWith("../"))
                .ifPresent(file -> files.put(file, content));
    }
}
