package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.deploy.Trial;
import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite;
import io.github.fullstackmaven.host.HttpSite.Request;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import io.github.fullstackmaven.report.Amount;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Waits until a unit is well, and is the one that was started. */
final class Readiness {
    private static final String ID = "FS-VERIFY-001";
    private static final String SUBJECT = "health";
    private static final int ROUNDS = 2;
    private static final long GAP = 200;

    private Readiness() {}

    /** Waits, and says how that ended. */
    static Verdict await(Trial trial, HttpSite site, Duration limit) {
        long begin = System.nanoTime();
        int good = 0;
        while (true) {
            trial.checkpoint();
            Optional<String> ended = trial.fault();
            if (ended.isPresent()) {
                return unwell(ended.get());
            }
            Optional<String> fault = fault(trial.release(), site::ask);
            good = fault.isEmpty() ? good + 1 : 0;
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            if (good == ROUNDS) {
                return Verdict.well(ID, SUBJECT, "ready after " + Amount.of(took));
            }
            if (took.compareTo(limit) > 0) {
                return unwell("after " + Amount.of(limit) + " " + fault.orElse("it wavers"));
            }
            pause();
        }
    }

    /** Returns what is wrong with how it answers now; absent when nothing is. */
    static Optional<String> fault(String release, Function<Request, Answer> site) {
        Answer ready = site.apply(Request.get("/readyz"));
        if (ready.status() != 200) {
            return Optional.of(
                    "/readyz answers "
                            + ready.summary()
                            + (ready.text().contains("upstream_")
                                    ? ": the back end is silent"
                                    : ""));
        }
        String name = site.apply(Request.get("/healthz")).text().strip();
        return name.equals(release)
                ? Optional.empty()
                : Optional.of("something else answers on its port");
    }

    private static Verdict unwell(String why) {
        return Verdict.unwell(
                SUBJECT,
                Finding.error(
                        ID,
                        "the unit did not get well: " + why,
                        "see its last lines above; readyTimeout says how long it may take"));
    }

    private static void pause() {
        try {
            Thread.sleep(GAP);
        } catch (InterruptedException e) {
            // Heard at the next checkpoint.
            Thread.currentThread().interrupt();
        }
    }
}
