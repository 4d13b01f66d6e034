package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.source.NamedAssets;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.CargoDirectories;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the stages need to know of one binary. */
final class RustFacts {
    private static final List<String> ROCKET_ASSETS = List.of("Rocket.toml", "static", "templates");

    private final Manifests manifests;
    private final CargoWorkspace workspace;
    private final Binary binary;
    private final List<Finding> findings = new ArrayList<>();

    RustFacts(Manifests manifests, CargoWorkspace workspace, Binary binary) {
        this.manifests = manifests;
        this.workspace = workspace;
        this.binary = binary;
    }

    List<Finding> findings() {
        return findings;
    }

    BuildFacts.Rust read(List<SourceFile> sources, Optional<String> framework) {
        String lock = RepositoryPath.join(workspace.root(), "Cargo.lock");
        boolean locked = manifests.tree().isFile(lock);
        if (!locked) {
            findings.add(
                    Finding.info(
                                    "FS-RUST-006",
                                    "there is no Cargo.lock; one is generated and used until the"
                                            + " manifests change",
                                    "commit the generated lock file, so that every build has the"
                                            + " same dependencies")
                            .at(lock));
        }
        NativeLibraries.Linking linking = NativeLibraries.of(manifests, workspace, binary);
        findings.addAll(linking.findings());
        List<String> embedded = RustEmbeds.directories(binary.crate().directory(), sources);
        CargoDirectories directories =
                Directories.of(workspace, new Replacements(manifests, workspace));
        return new BuildFacts.Rust(
                workspace.root(),
                binary.crate().name(),
                binary.name(),
                locked,
                directories,
                Skeleton.of(manifests.tree(), workspace, directories, binary),
                Skeleton.standIns(workspace, directories).stream()
                        .map(CargoPackage::name)
                        .sorted()
                        .toList(),
                linking.linked(),
                embedded,
                assets(sources, framework, embedded),
                preparedQueries());
    }

    /** With its queries in the repository, sqlx needs no database to compile. */
    private Map<String, String> preparedQueries() {
        boolean prepared =
                List.of(workspace.root(), binary.crate().directory()).stream()
                        .map(directory -> RepositoryPath.join(directory, ".sqlx"))
                        .anyMatch(manifests.tree()::isDirectory);
        return prepared ? Map.of("SQLX_OFFLINE", "true") : Map.of();
    }

    private List<String> assets(
            List<SourceFile> sources, Optional<String> framework, List<String> embedded) {
        Tree tree = manifests.tree();
        String directory = binary.crate().directory();
        Set<String> assets = new TreeSet<>(new NamedAssets(tree, directory).in(sources));
        if (framework.equals(Optional.of("rocket"))) {
            ROCKET_ASSETS.stream()
                    .filter(
                            name -> {
                                String path = RepositoryPath.join(directory, name);
                                return tree.isFile(path) || tree.isDirectory(path);
                            })
                    .forEach(assets::add);
        }
        assets.removeIf(name -> embedded.contains(RepositoryPath.join(directory, name)));
        return List.copyOf(assets);
    }
}
