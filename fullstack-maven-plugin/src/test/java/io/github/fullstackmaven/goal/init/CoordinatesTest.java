package io.github.fullstackmaven.goal.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
    private final MemoryTree tree = new MemoryTree();

    private Coordinates coordinates() {
        Service frontend = Service.at("web", ServiceKind.STATIC_FRONTEND, Ecosystem.NODE).service();
        Service backend = Service.at("server", ServiceKind.BACKEND, Ecosystem.RUST).service();
        return new Coordinates(new Manifests(tree), List.of(frontend, backend));
    }

    @ParameterizedTest
    @CsvSource({
        "git@github.com:Acme/shop.git, io.github.acme",
        "https://github.com/acme/shop, io.github.acme",
        "ssh://git@gitlab.com:22/acme/group/shop.git, io.gitlab.acme",
        "https://codeberg.org/acme/shop.git, org.codeberg.acme",
        "https://git.acme.example/web/shop.git, example.acme",
    })
    void theGroupIsThatOfThePlaceWhereTheRepositoryLives(String remote, String group) {
        assertThat(Coordinates.groupOf(remote)).contains(group);
    }

    @ParameterizedTest
    @CsvSource({"/srv/git/shop.git", "../shop", "forge:acme/shop", "https://10.0.0.1/a/b", "x"})
    void aPlaceWithoutADomainGivesNone(String remote) {
        assertThat(Coordinates.groupOf(remote)).isEmpty();
        assertThat(coordinates().groupId(Optional.of(remote)).value()).isEqualTo("com.example");
    }

    @Test
    void aJavaBackEndHasOneAlready() {
        tree.with(
                "server/pom.xml",
                "<project><parent><groupId>org.acme</groupId></parent></project>");
        assertThat(coordinates().groupId(Optional.of("git@github.com:acme/shop.git")))
                .isEqualTo(new Sourced<>("org.acme", "server/pom.xml"));
    }

    @Test
    void theVersionIsTheRepositorysThenTheBackEndsThenTheFrontEnds() {
        assertThat(coordinates().version().value()).isEqualTo("1.0-SNAPSHOT");
        tree.with("web/package.json", "{\"version\": \"3.0.0\"}");
        assertThat(coordinates().version()).isEqualTo(new Sourced<>("3.0.0", "web/package.json"));
        tree.with("server/Cargo.toml", "[package]\nversion = \"2.1.0-rc.1\"\n");
        assertThat(coordinates().version())
                .isEqualTo(new Sourced<>("2.1.0-rc.1", "server/Cargo.toml"));
        tree.with("package.json", "{\"version\": \"1.5.0\"}");
        assertThat(coordinates().version()).isEqualTo(new Sourced<>("1.5.0", "package.json"));
    }

    @Test
    void whatGeneratorsWriteIsNoVersionAndNeitherIsWhatNoImageCanHave() {
        tree.with("package.json", "{\"version\": \"0.0.0\"}")
                .with("server/Cargo.toml", "[package]\nversion = { workspace = true }\n")
                .with("server/package.json", "{\"version\": \"1.0</version>\"}")
                .with("web/package.json", "{\"version\": 3}");
        assertThat(coordinates().version().value()).isEqualTo("1.0-SNAPSHOT");
    }
}
