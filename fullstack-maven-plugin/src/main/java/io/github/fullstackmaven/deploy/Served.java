package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Tls;
import java.util.Optional;

/** An application as the edge serves it, whatever the user said of domain and certificate. */
final class Served {
    private Served() {}

    /** Returns the application with domain, certificate and ports of its site, if it has one. */
    static Application by(Application application, Observed observed) {
        return observed.site(application)
                .map(site -> by(application, site, observed.edge()))
                .orElse(application);
    }

    private static Application by(
            Application application, Observed.Site site, Observed.EdgeState state) {
        Edge edge = application.edge();
        // The files are in the edge's volume, and of no concern to whoever looks from here.
        Optional<Tls> tls = site.tls() ? Optional.of(new Tls("", "")) : Optional.empty();
        return application.at(
                Optional.of(site.domain()).filter(d -> !d.equals("-")),
                tls,
                new Edge(
                        edge.managed(),
                        edge.httpPort(),
                        state.httpsPort().orElse(edge.httpsPort()),
                        edge.host()));
    }
}
