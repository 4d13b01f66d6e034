package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Edge;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Tls;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.plan.BaseImages;
import io.github.fullstackmaven.plan.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application that is deployed already: the engine knows the rest, so that the repository need
 * not be understood, nor even be there.
 */
final class Deployed {
    private Deployed() {}

    /** Returns the application that a request names. */
    static Application application(Request request) {
        Optional<Tls> tls =
                request.tlsCertificate()
                        .flatMap(c -> request.tlsKey().map(k -> new Tls(c.value(), k.value())));
        return new Application(
                request.name().value(),
                request.environment().value(),
                request.domain().map(Sourced::value),
                request.layout().value(),
                List.of(),
                List.of(),
                Variables.NONE,
                List.of(),
                List.of(),
                new Edge(
                        request.edgeManaged(),
                        request.httpPort().value(),
                        request.httpsPort().value()),
                tls,
                Map.of(),
                request.timing(),
                request.resources(),
                new Images(request.image().value(), BaseImages.of(request)),
                request.retain());
    }
}
