package io.github.fullstackmaven.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishedPortsTest {
    private static final String LISTED =
            """
            edge\t0.0.0.0:8080->8080/tcp, [::]:8080->8080/tcp
            other\t0.0.0.0:18080->8080/tcp
            range\t0.0.0.0:9000-9010->9000-9010/tcp
            inner\t8080/tcp
            none\t
            """;

    @Test
    void findsWhoPublishesAPortOfTheHost() {
        assertThat(PublishedPorts.publishers(LISTED, 8080)).containsExactly("edge");
        assertThat(PublishedPorts.publishers(LISTED, 9005)).containsExactly("range");
        assertThat(PublishedPorts.publishers(LISTED, 9011)).isEmpty();
    }
}
