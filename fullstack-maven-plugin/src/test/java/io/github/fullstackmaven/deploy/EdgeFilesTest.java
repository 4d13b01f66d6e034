package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeFilesTest {
    private static final Application SHOP = Examples.application();

    @Test
    void routesADomainToTheReleaseOfItsSlot() throws IOException {
        golden("http.conf", EdgeFiles.site(SHOP, Optional.empty()));
    }

    @Test
    void sendsPlainHttpToHttpsWhenThereIsACertificate() throws IOException {
        String site = EdgeFiles.site(SHOP, Optional.of(Examples.CERTIFICATE));

        assertThat(site)
                .contains("certs/shop.pro/" + Examples.CERTIFICATE.digest() + "/key.pem;")
                .doesNotContain("@{")
                .doesNotContain(Examples.CERTIFICATE.keyPem() + ";");
        golden("https.conf", site);
    }

    @Test
    void takesTheDefaultPlaceWithoutADomain() throws IOException {
        Application plain = Examples.application(Optional.empty(), List.of(), "secret");

        golden("default.conf", EdgeFiles.site(plain, Optional.empty()));
    }

    @Test
    void bringsTheFunctionsThatAScriptUses() {
        assertThat(EdgeFiles.script("start")).contains("sift() {").contains("sift /edge");
        assertThat(EdgeFiles.script("apply")).contains("sift() {").contains("sift /tmp/next");
        assertThat(EdgeFiles.script("drain")).doesNotContain("sift");
    }

    @Test
    void namesTargetAndMarkerWithOneToken() {
        assertThat(EdgeFiles.slot(SHOP, "r3", false))
                .startsWith("map \"\" $gen_shop_pro_4 {\n  default \"r3\";\n}\n")
                .contains("return 200 \"$gen_shop_pro_4\\n\";");
        assertThat(EdgeFiles.unit(SHOP, "r3"))
                .isEqualTo(
                        """
                        upstream shop_pro_4_live_r3 {
                          zone shop_pro_4_live_r3 64k;
                          server shop-pro-r3:8080 resolve max_fails=0;
                          keepalive 32;
                          keepalive_timeout 50s;
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.test; return 200",
                "a.test\nserver {}",
                "a.test}",
                "a.test{",
                "\"a.test\"",
                "'a'",
                "$remote_addr",
                "a#b",
                "a\\b",
                "a.test;"
            })
    void neverLetsAValueChangeTheStructure(String domain) {
        Application evil = Examples.application(Optional.of(domain), List.of(), "secret");

        assertThatThrownBy(() -> EdgeFiles.site(evil, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsSecretsOutOfAllButTheReleaseRecord() {
        Target target = Examples.target();

        assertThat(
                        EdgeFiles.site(SHOP, Optional.empty())
                                + EdgeFiles.unit(SHOP, "r1")
                                + EdgeFiles.slot(SHOP, "r1", true)
                                + target.model()
                                + Planner.plan(new Aim.New(target), Examples.NOTHING))
                .doesNotContain("secret");
        assertThat(ReleaseRecords.text("r1", "", target.blueprint("r1")))
                .contains("\"TOKEN\":\"secret\"");
    }

    private static void golden(String name, String text) throws IOException {
        Path file = Path.of("src/test/resources/golden/edge").resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
