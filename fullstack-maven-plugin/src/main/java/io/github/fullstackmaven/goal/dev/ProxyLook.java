package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite;
import io.github.fullstackmaven.host.LocalPort;
import io.github.fullstackmaven.model.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the dev server what it should hand on, and looks whether the back end has answered. */
final class ProxyLook {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final int port;

    ProxyLook(int port) {
        this.port = port;
    }

    /** Returns what is to be said of requests that do not reach their back end. */
    List<Finding> of(List<Handover> handovers) {
        return handovers.stream().flatMap(h -> look(h).stream()).toList();
    }

    private Optional<Finding> look(Handover handover) {
        Answer direct = ask(handover.port(), handover.direct());
        Answer handedOn = ask(port, handover.path());
        return judge(handover, direct, handedOn);
    }

    /** An answer that the back end itself gives differently shows that somebody else gave it. */
    static Optional<Finding> judge(Handover handover, Answer direct, Answer handedOn) {
        boolean same = direct.status() == handedOn.status();
        boolean unclear = direct.status() == 0 || direct.status() >= 500;
        if (same || unclear) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.warning(
                        "FS-DEV-015",
                        "the dev server does not hand "
                                + handover.path()
                                + " on: it answers "
                                + handedOn.summary()
                                + ", "
                                + handover.backend()
                                + " itself "
                                + direct.summary(),
                        "let its proxy lead to http://localhost:" + handover.port()));
    }

    private static Answer ask(int port, String path) {
        return LocalPort.answering(port)
                .map(
                        address ->
                                new HttpSite(address, port, "localhost:" + port, LIMIT, Map.of())
                                        .ask(HttpSite.Request.get(path)))
                .orElseGet(() -> Answer.none("nobody listens"));
    }
}
