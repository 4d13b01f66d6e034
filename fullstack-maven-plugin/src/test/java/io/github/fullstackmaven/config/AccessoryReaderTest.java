package io.github.fullstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.plan.AccessoryRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in a POM as accessories. */
class AccessoryReaderTest {
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void readsEveryElement() {
        List<AccessoryRequest> read =
                read(
                        accessory(
                                Element.of("name", "db"),
                                Element.of("image", "postgres:17"),
                                Element.of("user", "999"),
                                element(
                                        "variables",
                                        Element.of("A", "x \"y\" '$z'\n#;}"),
                                        Element.of("EMPTY", "")),
                                Element.of("passed", "B, C"),
                                Element.of("volume", "one:/1"),
                                Element.of("volume", "two:/2:ro"),
                                Element.of("health", "pg_isready"),
                                Element.of("memory", "1g"),
                                Element.of("cpus", "1.5"),
                                Element.of("command", "postgres -c a=b")));

        assertThat(findings).isEmpty();
        AccessoryRequest db = read.get(0);
        assertThat(db.variables())
                .containsEntry("A", "x \"y\" '$z'\n#;}")
                .containsEntry("EMPTY", "");
        assertThat(db.passed()).containsExactly("B", "C");
        assertThat(db.volumes()).containsExactly("one:/1", "two:/2:ro");
        assertThat(db.resources().memory()).contains("1g");
        assertThat(db.resources().cpus()).contains("1.5");
        assertThat(db.health()).contains("pg_isready");
        assertThat(db.command()).contains("postgres -c a=b");
        assertThat(db.user()).isEqualTo(Optional.of("999"));
    }

    @Test
    void saysWhatNobodyKnows() {
        read(
                accessory(
                        Element.of("name", "db"),
                        Element.of("image", "postgres:17"),
                        Element.of("volumn", "a:/b")),
                element("acessory"));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "FS-CONFIG-001 acessory: there is no element in <accessories> of this name;"
                                + " did you mean accessory?",
                        "FS-CONFIG-001 volumn: there is no element in <accessory> of this name; did"
                                + " you mean volume?");
    }

    @Test
    void wantsNameAndImageOnce() {
        read(
                accessory(Element.of("name", "db")),
                accessory(Element.of("image", "redis:8")),
                accessory(
                        Element.of("name", "x"),
                        Element.of("image", "redis:8"),
                        Element.of("image", "redis:7"),
                        Element.of("memory", "much")));

        assertThat(findings)
                .extracting(Finding::toString)
                .satisfiesExactly(
                        f ->
                                assertThat(f)
                                        .startsWith(
                                                "FS-ACCESSORY-009 <accessory> db: an accessory has"
                                                        + " no <image>"),
                        f -> assertThat(f).contains("an accessory has no <name>"),
                        f ->
                                assertThat(f)
                                        .isEqualTo(
                                                "FS-ACCESSORY-010 <accessory> x: <image> stands"
                                                        + " there twice; take one of them out"),
                        f ->
                                assertThat(f)
                                        .startsWith(
                                                "FS-CONFIG-004 <memory>: 'much' is not a number"));
    }

    private List<AccessoryRequest> read(Element... elements) {
        return new AccessoryReader(findings).read(Arrays.asList(elements));
    }

    private static Element accessory(Element... children) {
        return element("accessory", children);
    }

    private static Element element(String name, Element... children) {
        return new Element(name, "", Arrays.asList(children));
    }
}
