package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.plan.Request;

/**
 * What a goal works from.
 *
 * @param request what the user said
 * @param location where the repository is
 */
public record Inputs(Request request, Location location) {}
