package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.Project;
import io.github.fullstackmaven.plan.Request;
import java.util.Optional;

/**
 * What a goal works from.
 *
 * @param request what the user said
 * @param location where the repository is
 * @param project what the POM says, where there is one
 */
public record Inputs(Request request, Location location, Optional<Project> project) {
    /** Returns the inputs of a repository without a POM. */
    public Inputs(Request request, Location location) {
        this(request, location, Optional.empty());
    }
}
