package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * The targets of a package, as {@code cargo metadata --no-deps} would list them.
 *
 * @param library the library, if there is one
 * @param binaries the binaries, in the manifest's order, then by name
 */
record CargoTargets(Optional<CargoTarget> library, List<CargoTarget> binaries) {
    CargoTargets {
        binaries = List.copyOf(binaries);
    }

    static CargoTargets of(Tree tree, CargoPackage crate) {
        return new CargoTargets(library(tree, crate), binaries(tree, crate));
    }

    Optional<CargoTarget> binary(String name) {
        return binaries.stream().filter(binary -> binary.name().equals(name)).findFirst();
    }

    private static Optional<CargoTarget> library(Tree tree, CargoPackage crate) {
        boolean declared = crate.manifest().isTable("lib");
        boolean found = exists(tree, crate, "src/lib.rs") && !crate.isFalse("package.autolib");
        if (!declared && !found) {
            return Optional.empty();
        }
        String name = crate.text("lib.name").orElse(crate.name().replace('-', '_'));
        String path = crate.text("lib.path").orElse("src/lib.rs");
        return Optional.of(new CargoTarget(name, path, List.of()));
    }

    private static List<CargoTarget> binaries(Tree tree, CargoPackage crate) {
        TreeMap<String, CargoTarget> inferred = inferred(tree, crate);
        List<CargoTarget> targets = new ArrayList<>();
        TomlArray declared = crate.manifest().get("bin") instanceof TomlArray array ? array : null;
        for (int i = 0; declared != null && i < declared.size(); i++) {
            if (declared.get(i) instanceof TomlTable table
                    && table.get("name") instanceof String name) {
                targets.add(declared(table, name, inferred, crate));
            }
        }
        boolean old = crate.text("package.edition").orElse("2015").equals("2015");
        boolean inheritsEdition = crate.manifest().contains("package.edition.workspace");
        boolean automatic =
                crate.manifest().get("package.autobins") instanceof Boolean set
                        ? set
                        : declared == null || !old || inheritsEdition;
        if (automatic) {
            for (CargoTarget target : inferred.values()) {
                boolean taken =
                        targets.stream()
                                .anyMatch(
                                        other ->
                                                other.name().equals(target.name())
                                                        || other.path().equals(target.path()));
                if (!taken) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    private static CargoTarget declared(
            TomlTable table,
            String name,
            TreeMap<String, CargoTarget> inferred,
            CargoPackage crate) {
        String path;
        if (table.get("path") instanceof String text) {
            path = RepositoryPath.resolve(RepositoryPath.ROOT, text).orElse(text);
        } else if (inferred.containsKey(name)) {
            path = inferred.get(name).path();
        } else {
            path = name.equals(crate.name()) ? "src/main.rs" : "src/bin/" + name + ".rs";
        }
        return new CargoTarget(name, path, texts(table.get("required-features")));
    }

    private static TreeMap<String, CargoTarget> inferred(Tree tree, CargoPackage crate) {
        TreeMap<String, CargoTarget> found = new TreeMap<>();
        if (exists(tree, crate, "src/main.rs")) {
            found.put(crate.name(), new CargoTarget(crate.name(), "src/main.rs", List.of()));
        }
        String bin = RepositoryPath.join(crate.directory(), "src/bin");
        for (String file : tree.files(bin)) {
            if (file.endsWith(".rs")) {
                String name = file.substring(0, file.length() - ".rs".length());
                found.putIfAbsent(name, new CargoTarget(name, "src/bin/" + file, List.of()));
            }
        }
        for (String name : tree.directories(bin)) {
            String path = "src/bin/" + name + "/main.rs";
            if (exists(tree, crate, path)) {
                found.putIfAbsent(name, new CargoTarget(name, path, List.of()));
            }
        }
        return found;
    }

    static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof String text) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static boolean exists(Tree tree, CargoPackage crate, String path) {
        return tree.isFile(RepositoryPath.join(crate.directory(), path));
    }
}
