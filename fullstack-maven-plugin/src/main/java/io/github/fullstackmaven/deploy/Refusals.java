package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;

/** What keeps a deployment from being begun, as far as the state tells. Pure. */
final class Refusals {
    private Refusals() {}

    /**
     * Refuses what cannot go well.
     *
     * @throws FullstackException that says why
     */
    static void check(Aim aim, Observed observed) {
        Application application = aim.application();
        if (!application.edge().managed()) {
            throw EdgeProblems.unmanaged();
        }
        int version = observed.edge().version();
        if (version > 0 && version < EdgeFiles.OLDEST) {
            throw EdgeProblems.tooOld(application);
        }
        if (aim.site().isEmpty()) {
            return;
        }
        if (application.tls().isPresent() && application.domain().isEmpty()) {
            throw EdgeProblems.tlsWithoutDomain();
        }
        for (Observed.Site site : observed.sites()) {
            if (!site.isOf(application)) {
                neighbour(application, site);
            }
        }
        boolean https =
                observed.edge().httpsPort().stream()
                        .anyMatch(p -> p == application.edge().httpsPort());
        boolean secure = aim.site().flatMap(Target::certificate).isPresent();
        if (secure && observed.edge().container() && !https) {
            throw EdgeProblems.noHttps(application, observed.edge());
        }
    }

    private static void neighbour(Application application, Observed.Site site) {
        if (site.id().equals(application.id())) {
            throw EdgeProblems.nameTaken(application, site);
        }
        if (!site.domain().equals(application.domain().orElse("-"))) {
            return;
        }
        throw application.domain().isPresent()
                ? EdgeProblems.domainTaken(application, site)
                : EdgeProblems.defaultTaken(application, site);
    }
}
