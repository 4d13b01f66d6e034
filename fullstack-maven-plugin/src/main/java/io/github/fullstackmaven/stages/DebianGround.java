package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Images;
import java.util.List;

/** Debian, or an image made from it: the tools are packages. */
final class DebianGround implements Ground {
    private static final String RUNTIME = "runtime";
    private static final String PROGRAMS = "/usr/local/bin/";
    private static final List<String> ENTRYPOINT =
            List.of("/usr/bin/tini", "--", PROGRAMS + "fullstack-supervisor");
    private static final String HOME = "/app";

    private final String base;
    private final List<String> packages;
    private final List<String> programs;

    /**
     * Takes what makes it.
     *
     * @param role of the base image
     * @param packages sorted
     * @param programs files of the context
     */
    DebianGround(Images images, String role, List<String> packages, List<String> programs) {
        this.base = images.base(role);
        this.packages = List.copyOf(packages);
        this.programs = List.copyOf(programs);
    }

    @Override
    public List<Stage> stages() {
        return List.of(
                new Stage(
                        RUNTIME,
                        "What the image needs besides the application.",
                        base,
                        List.of(DebianPackages.installedToRun(packages))));
    }

    @Override
    public String from() {
        return RUNTIME;
    }

    @Override
    public String base() {
        return base;
    }

    @Override
    public List<Step> begin() {
        return List.of();
    }

    @Override
    public Step programs() {
        return Step.Copy.of(programs, PROGRAMS).withMode("0755");
    }

    @Override
    public String tool(String name) {
        return name;
    }

    @Override
    public List<Step> workdir() {
        return List.of(new Step.Workdir(HOME));
    }

    @Override
    public List<String> entrypoint() {
        return ENTRYPOINT;
    }
}
