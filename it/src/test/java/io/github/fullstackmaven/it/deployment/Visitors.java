package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.load.LoadClient;

/** Many visitors of a site at once, who notice every request that is lost. */
final class Visitors {
    private final LoadClient clients;

    private Visitors(LoadClient clients) {
        this.clients = clients;
    }

    /** 25 that keep their connection and 8 that open one for each request. */
    static Visitors of(TestApplication application) {
        return new Visitors(
                LoadClient.start(
                        application.domain() + ":" + application.httpPort(),
                        application.httpPort(),
                        "/api/v1/distance",
                        "{\"from\":1,\"to\":2}"));
    }

    /** Sends them home and asserts that each of their requests was answered. */
    String allWereServed() {
        LoadClient.Report report = clients.stop();
        assertThat(report.failures()).isEmpty();
        assertThat(report.answered()).as("requests answered").isGreaterThan(100);
        return report.answered() + " requests, " + report.lost() + " lost";
    }
}
