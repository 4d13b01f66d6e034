package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.BuildFacts;
import java.util.ArrayList;
import java.util.List;

/** Brings what Cargo reads to where it has it in the repository. */
final class RustSources {
    private final BuildFacts.Rust facts;
    private final String skeletonDirectory;

    RustSources(Part part, BuildFacts.Rust facts) {
        this.facts = facts;
        this.skeletonDirectory = part.generated().skeleton(part.service()) + "/";
    }

    /**
     * Returns the steps that bring the manifests with empty sources, and what else the dependencies
     * need.
     */
    List<Step> manifests() {
        List<String> lock = List.of(Sources.file(facts.workspace(), "Cargo.lock"));
        String manifest = skeletonFile("Cargo.toml");
        List<Step> steps = new ArrayList<>();
        if (facts.directories().base().equals(facts.workspace())) {
            steps.add(Step.Copy.of(List.of(skeletonDirectory), "./").andIfThere(lock));
        } else {
            String base = Sources.directory(facts.directories().base()) + "/";
            steps.add(Step.Copy.of(List.of(skeletonDirectory), base));
            steps.add(Step.Copy.of(List.of(manifest), "./").andIfThere(lock));
        }
        // Flags of the project's own: without them the dependencies would be compiled twice.
        steps.add(
                Step.Copy.of(List.of(manifest), "./.cargo/")
                        .andIfThere(
                                List.of(
                                        Sources.file(facts.workspace(), ".cargo/config"),
                                        Sources.file(facts.workspace(), ".cargo/config.toml"))));
        facts.directories().before().forEach(directory -> steps.add(content(directory)));
        return steps;
    }

    /** Returns the steps that bring a project that cannot be taken apart. */
    List<Step> everything() {
        List<Step> steps = new ArrayList<>(all());
        if (!facts.lockfile()) {
            steps.add(
                    Step.Copy.of(List.of(Sources.file(facts.workspace(), "Cargo.toml")), "./")
                            .andIfThere(List.of(skeletonFile("Cargo.lock"))));
        }
        return steps;
    }

    /** Returns a file of the workspace's root, as the skeleton has it. */
    private String skeletonFile(String name) {
        return skeletonDirectory + Sources.file(facts.workspaceInSkeleton(), name);
    }

    /** Returns the steps that bring the sources. */
    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.Copy.of(List.of(Sources.content(facts.workspace())), "./"));
        facts.directories().outside().forEach(directory -> steps.add(content(directory)));
        for (String manifest : facts.directories().manifests()) {
            steps.add(Step.Copy.of(List.of(manifest), parent(Sources.directory(manifest))));
        }
        return steps;
    }

    private static Step content(String directory) {
        return Step.Copy.of(
                List.of(Sources.content(directory)), Sources.directory(directory) + "/");
    }

    private static String parent(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1);
    }
}
