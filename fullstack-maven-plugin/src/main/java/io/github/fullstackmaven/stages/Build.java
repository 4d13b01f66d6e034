package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All stages of an image build, each after those that it needs.
 *
 * @param stages the stages; those that do not need each other are built side by side
 */
public record Build(List<Stage> stages) {
    /** A target to export: the built pages and nothing else, at {@code /}. */
    public static final String BUNDLE = "bundle";

    /** The target of layout {@code single}: gateway and back end under a supervisor. */
    public static final String APP = UnitPart.APP;

    public Build {
        stages = List.copyOf(stages);
    }

    /**
     * Returns the name of a target to export: the {@code Cargo.lock} that belongs to the manifests
     * of a service, at {@code /}. There is one only where the repository has none.
     */
    public static String lockfile(Service service) {
        return service.name() + "-lockfile";
    }

    /** Returns the name of the target that becomes a container of a unit. */
    public static String target(UnitPart part) {
        return part.process().map(Build::runtime).orElse(part.role());
    }

    /** Returns the name of the target of layout {@code split} in which a process runs. */
    public static String runtime(Service service) {
        return service.name() + "-runtime";
    }

    /** Returns the name of the stage that stands for a build secret. */
    public static String secret(String id) {
        return "secret-" + id;
    }

    /**
     * Returns the same with a stage for each build secret that is read and that there is: what
     * reads it is shown that stage.
     *
     * @param secrets ids
     */
    public Build watching(Set<String> secrets) {
        List<Stage> all = new ArrayList<>(SecretStages.of(stages, secrets));
        all.addAll(stages);
        return new Build(all);
    }

    /** Returns true when there is a stage of that name. */
    public boolean has(String name) {
        return stages.stream().anyMatch(stage -> stage.name().equals(name));
    }
}
