package io.github.fullstackmaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusJsonTest {
    @Test
    void saysAllThatStatusPrints() {
        assertThat(
                        new StatusJson(
                                        "shop",
                                        "PRO",
                                        Optional.of("r3"),
                                        Optional.of("sha256:a"),
                                        "healthy",
                                        Optional.of(Instant.parse("2026-07-01T12:30:05.5Z")),
                                        "https://shop.test",
                                        List.of(
                                                new StatusJson.Container(
                                                        "r3", "fullstack-shop-pro-r3", "c1", "up")),
                                        List.of(
                                                new StatusJson.Accessory(
                                                        "db",
                                                        "fullstack-shop-pro-db",
                                                        "c2",
                                                        "postgres:17",
                                                        "running (healthy)")),
                                        new StatusJson.Edge(
                                                "fullstack-edge-80",
                                                true,
                                                Optional.of("1.30.4"),
                                                Optional.of("anna since noon"),
                                                80,
                                                OptionalInt.of(443)),
                                        Optional.of(Instant.parse("2026-12-31T00:00:00Z")),
                                        Optional.of("ci since then"),
                                        List.of("FS-EDGE-009 \"x\""),
                                        List.of("container y"),
                                        new StatusJson.Disk(
                                                OptionalLong.of(7),
                                                1,
                                                5,
                                                List.of(new StatusJson.Volume("data", 4096))))
                                .text())
                .isEqualTo(
                        """
                        {
                          "schema" : 1,
                          "application" : "shop",
                          "environment" : "PRO",
                          "live" : true,
                          "release" : "r3",
                          "imageId" : "sha256:a",
                          "health" : "healthy",
                          "since" : "2026-07-01T12:30:05.500Z",
                          "url" : "https://shop.test",
                          "containers" : [
                            {
                              "release" : "r3",
                              "name" : "fullstack-shop-pro-r3",
                              "id" : "c1",
                              "state" : "up"
                            }
                          ],
                          "accessories" : [
                            {
                              "name" : "db",
                              "container" : "fullstack-shop-pro-db",
                              "id" : "c2",
                              "image" : "postgres:17",
                              "state" : "running (healthy)"
                            }
                          ],
                          "edge" : {
                            "name" : "fullstack-edge-80",
                            "running" : true,
                            "version" : "1.30.4",
                            "upgrading" : "anna since noon",
                            "httpPort" : 80,
                            "httpsPort" : 443
                          },
                          "certificateExpires" : "2026-12-31T00:00:00Z",
                          "deploying" : "ci since then",
                          "setAside" : [
                            "FS-EDGE-009 \\"x\\""
                          ],
                          "leftOver" : [
                            "container y"
                          ],
                          "disk" : {
                            "freeBytes" : 7,
                            "images" : 1,
                            "imageBytes" : 5,
                            "volumes" : [
                              {
                                "name" : "data",
                                "bytes" : 4096
                              }
                            ]
                          }
                        }
                        """);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(
                        new StatusJson(
                                        "shop",
                                        "PRO",
                                        Optional.empty(),
                                        Optional.empty(),
                                        "missing",
                                        Optional.empty(),
                                        "http://localhost:8080",
                                        List.of(),
                                        List.of(),
                                        new StatusJson.Edge(
                                                "fullstack-edge-8080",
                                                false,
                                                Optional.empty(),
                                                Optional.empty(),
                                                8080,
                                                OptionalInt.empty()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        List.of(),
                                        new StatusJson.Disk(OptionalLong.empty(), 0, 0, List.of()))
                                .text())
                .contains("\"live\" : false")
                .doesNotContain("release", "since", "upgrading", "httpsPort", "freeBytes", "null");
    }
}
