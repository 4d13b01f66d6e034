package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedPolicyTest {
    private static final URI PAGE = URI.create("http://shop.test:81/");

    @ParameterizedTest
    @CsvSource({
        "'self', http://shop.test:81/a.js, true",
        "'self', http://shop.test/a.js, false",
        "'none', http://shop.test:81/a.js, false",
        "*, https://other.test/a.js, true",
        "*, data:text/plain;x, false",
        "data:, data:image/png;base64;x, true",
        "https:, https://other.test/a.js, true",
        "https://maps.test, https://maps.test/a.js, true",
        "http://maps.test, https://maps.test/a.js, true",
        "https://maps.test, http://maps.test/a.js, false",
        "https://maps.test:8443, https://maps.test/a.js, false",
        "https://maps.test:*, https://maps.test:8443/a.js, true",
        "https://*.maps.test, https://a.maps.test/a.js, true",
        "https://*.maps.test, https://maps.test/a.js, false",
        "maps.test, http://maps.test/a.js, true",
        "https://maps.test/lib/, https://maps.test/lib/a.js, true",
        "https://maps.test/lib/, https://maps.test/a.js, false",
    })
    void letsPassWhatBrowsersLetPass(String sources, String url, boolean passes) {
        ServedPolicy policy = ServedPolicy.of("default-src 'none'; script-src " + quoted(sources));

        assertThat(policy.allows(URI.create(url), PAGE, List.of("script-src", "default-src")))
                .isEqualTo(passes);
    }

    /** The table's reader takes quotes for its own. */
    private static String quoted(String sources) {
        return sources.equals("self") || sources.equals("none") ? "'" + sources + "'" : sources;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'unsafe-inline', true",
                "'unsafe-inline' 'sha256-other', false",
                "'sha256-this', true",
                "'self', false",
            })
    void anInlineScriptNeedsItsHashOrAPolicyWithoutAny(String sources, boolean passes) {
        ServedPolicy policy = ServedPolicy.of("script-src " + sources);

        assertThat(policy.allowsInline("sha256-this", List.of("script-src", "default-src")))
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"'',true", "object-src *,true", "default-src *,true", "DEFAULT-SRC 'none',false"})
    void whatNoDirectiveIsAboutPasses(String header, boolean passes) {
        assertThat(
                        ServedPolicy.of(header)
                                .allows(
                                        URI.create("http://a.test/"),
                                        PAGE,
                                        List.of("img-src", "default-src")))
                .isEqualTo(passes);
    }
}
