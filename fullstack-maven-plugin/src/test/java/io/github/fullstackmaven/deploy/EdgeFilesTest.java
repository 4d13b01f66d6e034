package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.Application;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeFilesTest {
    private static final Application SHOP = Examples.application();

    @Test
    void routesADomainToTheReleaseOfItsSlot() {
        assertThat(EdgeFiles.site(SHOP, Optional.empty()))
                .isEqualTo(
                        """
                        # site shop pro shop.test http
                        server {
                          listen 8080;
                          server_name shop.test;
                          client_max_body_size 10m;
                          access_log /var/tmp/shop_pro_4.log watch if=$watch_shop_pro_4;
                          location / {
                            proxy_pass http://shop_pro_4_live_$gen_shop_pro_4;
                            proxy_http_version 1.1;
                            proxy_set_header Host shop.test:8080;
                            proxy_set_header X-Forwarded-Host shop.test:8080;
                            proxy_set_header X-Forwarded-Port 8080;
                            proxy_set_header X-Forwarded-Proto http;
                            proxy_set_header X-Forwarded-For $remote_addr;
                            proxy_set_header X-Real-IP $remote_addr;
                            proxy_set_header X-Request-ID $request_id;
                            proxy_set_header Upgrade $http_upgrade;
                            proxy_set_header Connection $connection_upgrade;
                            proxy_connect_timeout 2s;
                            proxy_read_timeout 75s;
                            proxy_send_timeout 75s;
                            proxy_request_buffering off;
                            proxy_buffering off;
                          }
                        }
                        """);
    }

    @Test
    void sendsPlainHttpToHttpsWhenThereIsACertificate() {
        String site = EdgeFiles.site(SHOP, Optional.of(Examples.CERTIFICATE));
        String digest = Examples.CERTIFICATE.digest();

        assertThat(site)
                .startsWith("# site shop pro shop.test https\n")
                .contains("return 308 https://shop.test:8443$request_uri;")
                .contains("error_page 497 =308 https://shop.test:8443$request_uri;")
                .contains("ssl_certificate_key certs/shop.pro/" + digest + "/key.pem;")
                .contains("http2 on;")
                .contains("add_header Strict-Transport-Security \"max-age=300\" always;")
                .contains("proxy_set_header X-Forwarded-Proto https;")
                .doesNotContain("@{")
                .doesNotContain(Examples.CERTIFICATE.keyPem() + ";");
    }

    @Test
    void takesTheDefaultPlaceWithoutADomain() {
        Application plain = Examples.application(Optional.empty(), List.of(), "secret");

        assertThat(EdgeFiles.site(plain, Optional.empty()))
                .startsWith("# site shop pro - http\n")
                .contains("listen 8080 default_server;")
                .contains("server_name _;")
                .contains("proxy_set_header Host $host:8080;");
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
                                + Planner.plan(target, Examples.NOTHING))
                .doesNotContain("secret");
        assertThat(ReleaseRecords.text(target, "r1")).contains("\"TOKEN\":\"secret\"");
    }
}
