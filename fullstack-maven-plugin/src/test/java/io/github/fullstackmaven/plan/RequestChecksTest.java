package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestChecksTest {
    private final Requests said = new Requests();

    private List<String> ids() {
        return RequestChecks.of(said.request()).stream().map(Finding::id).toList();
    }

    @Test
    void nothingIsWrongWithTheDefaults() {
        assertThat(ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void aPortOutOfRangeIsRefused(int port) {
        said.httpPort = port;
        assertThat(ids()).containsExactly("FS-REQUEST-001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "a b", "-a", "a-", "a\nb", "ä", "a.b"})
    void aNameThatEnginesRefuseIsRefused(String name) {
        said.name = name;
        assertThat(ids()).contains("FS-REQUEST-002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.de", "a.de:80", "a..de", "a.de/", "A.de", "a.de;", "a_b.de", ""})
    void aDomainThatIsMoreThanAHostNameIsRefused(String domain) {
        said.domain = Optional.of(Requests.set(domain, "domain"));
        assertThat(ids()).containsExactly("FS-REQUEST-004");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "/", "/api/", "/a b", "/a;b", "/a$b", "//a", "/a\"", "/a}"})
    void aPrefixThatCouldChangeTheGatewayIsRefused(String prefix) {
        said.prefix = Optional.of(Requests.set(prefix, "apiPrefix"));
        assertThat(ids()).containsExactly("FS-REQUEST-010");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.de/",
                "a.de",
                "*",
                "https://a.de 'unsafe-inline'",
                "data:",
                "https://*",
                "'unsafe-inline'"
            })
    void anOriginWithMoreThanSchemeHostAndPortIsRefused(String origin) {
        said.origins = Map.of("connect-src", List.of(origin));
        assertThat(ids()).containsExactly("FS-REQUEST-009");
    }

    @Test
    void anOriginIsTakenWithSchemeHostAndPort() {
        said.origins = Map.of("connect-src", List.of("https://api.example.org", "wss://a:9000"));
        assertThat(ids()).isEmpty();
    }

    @Test
    void everyHostBelowOneAndStylesThatScriptsMakeAreTaken() {
        said.origins =
                Map.of(
                        "img-src",
                        List.of("https://*.tile.example.org"),
                        "style-src",
                        List.of("'unsafe-inline'"));
        assertThat(ids()).isEmpty();
    }

    @Test
    void aCertificateWithoutItsKeyIsRefusedAtItsPlace() {
        said.certificate = Optional.of(new Sourced<>("/tmp/c.pem", "-Dfullstack.tlsCertificate"));
        List<Finding> findings = RequestChecks.of(said.request());
        assertThat(findings).extracting(Finding::id).containsExactly("FS-REQUEST-007");
        assertThat(findings.get(0).file()).contains("-Dfullstack.tlsCertificate");
    }
}
