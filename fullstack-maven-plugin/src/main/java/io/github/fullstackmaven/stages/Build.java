package io.github.fullstackmaven.stages;

import java.util.List;

/**
 * All stages of an image build, each after those that it needs.
 *
 * @param stages the stages; those that do not need each other are built side by side
 */
public record Build(List<Stage> stages) {
    /** The built pages, in {@code /out}. */
    public static final String FRONTEND = "frontend";

    /** The built back end, in {@code /out}. */
    public static final String BACKEND = "backend";

    /** A target to export: the built pages and nothing else, at {@code /}. */
    public static final String BUNDLE = "bundle";

    /**
     * A target to export: the {@code Cargo.lock} that belongs to the manifests, at {@code /}. There
     * is one only where the repository has none.
     */
    public static final String LOCKFILE = "lockfile";

    /** The target of layout {@code single}: gateway and back end under a supervisor. */
    public static final String APP = "app";

    public Build {
        stages = List.copyOf(stages);
    }

    /** Returns true when there is a stage of that name. */
    public boolean has(String name) {
        return stages.stream().anyMatch(stage -> stage.name().equals(name));
    }
}
