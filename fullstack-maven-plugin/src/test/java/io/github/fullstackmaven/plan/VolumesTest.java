package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumesTest {
    private final Requests said = new Requests();

    private Volumes volumes(String... variables) {
        Map<String, Sourced<String>> values = new java.util.TreeMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            values.put(
                    variable.substring(0, equals),
                    new Sourced<>(variable.substring(equals + 1), "monorepo.env:1"));
        }
        return Volumes.of(said.request(), new Variables(values));
    }

    private void asked(String... volumes) {
        said.volumes = Stream.of(volumes).map(v -> new Sourced<>(v, "fullstack.volumes")).toList();
    }

    @Test
    void readsSourceTargetAndOptions() {
        asked("data:/data", "/srv/etc:/config:ro", "db:/var/db:single");
        assertThat(volumes().findings()).isEmpty();
        assertThat(volumes().volumes())
                .containsExactly(
                        new Volume("data", "/data", false, false, "fullstack.volumes"),
                        new Volume("/srv/etc", "/config", true, false, "fullstack.volumes"),
                        new Volume("db", "/var/db", false, true, "fullstack.volumes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                ":/data",
                "data:",
                "data:data",
                "./data:/data",
                "data:/",
                "data:/../etc",
                "data:/tmp/x",
                "data:/etc",
                "data:/usr",
                "data:/opt",
                "data:/opt/fullstack/bin",
                "data:/var",
                "data:/app",
                "data:/data:rwx",
                "da ta:/data",
                "data:/da,ta",
                "data:/a\"b"
            })
    void refusesWhatIsNoVolume(String volume) {
        asked(volume);
        assertThat(volumes().findings()).extracting(Finding::id).containsExactly("FS-VOLUME-001");
        assertThat(volumes().volumes()).isEmpty();
    }

    @Test
    void refusesToMountASingleFileForWriting() {
        asked("/srv/app.db:/data/app.db");
        assertThat(volumes().findings()).extracting(Finding::id).containsExactly("FS-VOLUME-002");
    }

    @Test
    void refusesToHideTheProgramOfAnImageOfItsOwn() {
        asked("data:/srv", "more:/srv/shop/data");
        Service own =
                Service.at("shop", ServiceKind.BACKEND, Ecosystem.DOCKERFILE)
                        .facts(new DockerfileFacts("Dockerfile", ".", Optional.of("/srv/shop")))
                        .service();
        Volumes volumes = volumes();
        volumes.besides(List.of(own));
        assertThat(volumes.findings()).hasSize(1);
        assertThat(volumes.findings().get(0).toString())
                .startsWith("FS-VOLUME-008 fullstack.volumes: the volume at /srv hides");
    }

    @Test
    void aVariableOfThePomMayNameADatabaseAsWell() {
        Volumes volumes =
                Volumes.of(
                        said.request(),
                        new Variables(
                                Map.of("DB", new Sourced<>("sqlite:///data/a.db", Variables.POM))));
        assertThat(volumes.volumes()).hasSize(1);
    }

    @Test
    void refusesTwoVolumesAtOnePlace() {
        asked("a:/data", "b:/data/");
        assertThat(volumes().findings()).extracting(Finding::id).containsExactly("FS-VOLUME-003");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite:///data/shop.db",
                "sqlite:/data/shop.db",
                "sqlite:///data/shop.db?mode=rwc",
                "file:/data/shop.db",
                "file:///data/shop",
                "/data/shop.sqlite3"
            })
    void keepsTheDirectoryOfADatabaseFile(String url) {
        Volumes volumes = volumes("DATABASE_URL=" + url);
        assertThat(volumes.volumes())
                .containsExactly(
                        new Volume(
                                "data",
                                "/data",
                                false,
                                false,
                                "derived from DATABASE_URL in monorepo.env"));
        assertThat(volumes.findings()).extracting(Finding::id).containsExactly("FS-VOLUME-004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite::memory:",
                "sqlite:///tmp/shop.db",
                "postgres://db/data/shop.db",
                "/data/readme.txt",
                "/shop.db",
                "sqlite:///../etc/shop.db"
            })
    void derivesNoVolumeFromAnythingElse(String url) {
        assertThat(volumes("DATABASE_URL=" + url).volumes()).isEmpty();
    }

    @Test
    void derivesNoVolumeWhereThereIsOne() {
        asked("data:/data");
        assertThat(volumes("DATABASE_URL=sqlite:///data/live/shop.db").volumes()).hasSize(1);
    }

    @Test
    void warnsOfADatabaseThatNoVolumeCanHold() {
        List<Finding> findings = volumes("DATABASE_URL=sqlite://shop.db").findings();
        assertThat(findings).extracting(Finding::id).containsExactly("FS-VOLUME-005");
    }
}
