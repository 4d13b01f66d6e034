package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.evidence.Site;

/**
 * A directory that is a service, and what the user said about it.
 *
 * @param site the directory
 * @param request what the user said
 * @param name what the service is called unless the user says otherwise
 */
record Choice(Site site, ServiceRequest request, String name) {}
