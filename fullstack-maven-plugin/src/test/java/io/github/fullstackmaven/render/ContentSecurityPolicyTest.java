package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.PageNeeds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTest {
    private static final String HASH = "sha256-" + "A".repeat(43) + "=";

    @Test
    void byDefaultAPageTalksToItsOwnOriginAlone() {
        assertThat(policy(Map.of(), List.of()))
                .contains("default-src 'self'", "connect-src 'self'", "script-src 'self';")
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*", "http");
    }

    @Test
    void anInlineScriptIsAllowedByItsHash() {
        assertThat(policy(Map.of(), List.of(HASH)))
                .contains("script-src 'self' '" + HASH + "'")
                .doesNotContain("unsafe-inline");
    }

    @Test
    void theOrderOfTheHashesDoesNotMatter() {
        String other = "sha256-" + "B".repeat(43) + "=";

        assertThat(policy(Map.of(), List.of(other, HASH, other)))
                .isEqualTo(policy(Map.of(), List.of(HASH, other)));
    }

    @Test
    void whatStandsInThePagesIsAllowedByItsHashAndNothingElse() {
        PageNeeds needs =
                new PageNeeds(List.of(), List.of(HASH), List.of(HASH), List.of(HASH), true);

        assertThat(policy(Map.of(), needs))
                .contains("base-uri 'self'", "script-src 'self';", "style-src 'self' '" + HASH)
                .contains("script-src-attr 'unsafe-hashes' '" + HASH + "'")
                .contains("style-src-attr 'unsafe-hashes' '" + HASH + "'")
                .doesNotContain("unsafe-inline");
    }

    @Test
    void stylesThatScriptsMakeAreAllowedToWhoeverAsksForThem() {
        PageNeeds needs = new PageNeeds(List.of(), List.of(), List.of(HASH), List.of(HASH), false);

        assertThat(policy(Map.of("style-src", List.of("'unsafe-inline'")), needs))
                .contains("style-src 'self' 'unsafe-inline'")
                .doesNotContain("style-src-attr", HASH);
        assertThatThrownBy(() -> policy(Map.of("script-src", List.of("'unsafe-inline'")), needs))
                .isInstanceOf(FullstackException.class);
    }

    @Test
    void anAllowedOriginIsAddedToItsDirective() {
        assertThat(policy(Map.of("connect-src", List.of("wss://live.example:8443")), List.of()))
                .contains("connect-src 'self' wss://live.example:8443;");
    }

    @Test
    void aDirectiveThatHasNoDefaultBeginsWithTheOwnOrigin() {
        assertThat(policy(Map.of("frame-src", List.of("https://maps.example")), List.of()))
                .contains("frame-src 'self' https://maps.example");
    }

    @Test
    void whereAFrameIsAllowedTheOldHeaderDoesNotForbidIt() {
        assertThat(csp(Map.of("frame-ancestors", List.of("https://portal.example"))))
                .contains("frame-ancestors https://portal.example;")
                .doesNotContain("DENY");
        assertThat(csp(Map.of())).contains("\"~^text/html\" DENY;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a; script-src *", "'unsafe-inline'", "a b", "a\"", "", "a,b", "$x"})
    void anOriginCannotBringADirectiveAlong(String origin) {
        assertThatThrownBy(() -> policy(Map.of("connect-src", List.of(origin)), List.of()))
                .isInstanceOf(FullstackException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"script-src 'unsafe-inline';", "A", "", "a;b"})
    void aDirectiveIsAName(String directive) {
        assertThatThrownBy(() -> policy(Map.of(directive, List.of("https://a")), List.of()))
                .isInstanceOf(FullstackException.class);
    }

    @Test
    void aHashIsAHash() {
        assertThatThrownBy(() -> policy(Map.of(), List.of("x' 'unsafe-inline")))
                .isInstanceOf(FullstackException.class);
    }

    private static String policy(Map<String, List<String>> origins, List<String> hashes) {
        return policy(origins, new PageNeeds(hashes, List.of(), List.of(), List.of(), false));
    }

    private static String policy(Map<String, List<String>> origins, PageNeeds needs) {
        return ContentSecurityPolicy.of(
                        Applications.withOrigins(Applications.plain(), origins), needs)
                .header();
    }

    private static String csp(Map<String, List<String>> origins) {
        return Rendered.file(
                Applications.withOrigins(Applications.plain(), origins), "context/csp.conf");
    }
}
