package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Application;
import java.util.ArrayList;
import java.util.List;

/**
 * The image of a service's own Dockerfile, whatever it is made from: it may have another C library,
 * or no shell. What the gateway and the supervisor need is put into a directory of its own, with
 * its own loader and libraries, and nothing in it uses anything of the image.
 */
final class OwnImageGround implements Ground {
    private static final String PROGRAMS = "/usr/local/bin/";

    private final String from;
    private final String image;

    /**
     * Takes what makes it.
     *
     * @param from the stage of the service's image
     * @param image the name of that image
     */
    OwnImageGround(String from, String image) {
        this.from = from;
        this.image = image;
    }

    @Override
    public List<Stage> stages() {
        return List.of();
    }

    @Override
    public String from() {
        return from;
    }

    @Override
    public String base() {
        return image;
    }

    @Override
    public List<Step> begin() {
        List<Step> steps = new ArrayList<>(SelfContainedTools.copied());
        steps.add(new Step.Shell(List.of(tool("sh"), "-c")));
        steps.add(Step.Run.of(shell(tool("install") + " -d -m 1777 /tmp")));
        return steps;
    }

    @Override
    public List<Step> hookShell(Application application) {
        return HookShell.of(application, application.processes(), tool("busybox"));
    }

    @Override
    public Step programs() {
        return SelfContainedTools.programs(PROGRAMS);
    }

    @Override
    public String tool(String name) {
        return SelfContainedTools.path(name);
    }

    /** It starts where its own Dockerfile says. */
    @Override
    public List<Step> workdir() {
        return List.of();
    }

    @Override
    public List<String> entrypoint() {
        return List.of(tool("tini"), "--", PROGRAMS + "fullstack-supervisor");
    }
}
