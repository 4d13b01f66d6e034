package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import java.util.List;

/** What an application's image stands on, and where the tools are that the supervisor calls. */
interface Ground {
    /** Returns the stages that come before the application's. */
    List<Stage> stages();

    /** Returns the stage on which the application's stands. */
    String from();

    /** Returns the name of the base image, for the labels. */
    String base();

    /** Returns what comes first, as root. */
    List<Step> begin();

    /** Returns what hooks need that the base may not have, as root; nothing where it has it. */
    default List<Step> hookShell(Application application) {
        return List.of();
    }

    /** Returns the step that brings supervisor and probe. */
    Step programs();

    /** Returns how one of the tools is called. */
    String tool(String name);

    /** Returns where the image starts what it runs. */
    List<Step> workdir();

    /** Returns what the container runs. */
    List<String> entrypoint();
}
