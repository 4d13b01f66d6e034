package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.report.PlanJson;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be meant by an accessory, and what cannot. */
class AccessoryPlanTest {
    private static final String POSTGRES = "docker.io/library/postgres:17";

    private final Requests said = new Requests();
    private final MemoryTree tree = Repositories.reactAndRust().with("monorepo.env", "PW=s3cret\n");

    @Test
    void takesWhatIsSaid() {
        List<Accessory> accessories =
                accessories(
                        new AccessoryRequest(
                                "db",
                                POSTGRES,
                                Optional.of("999:999"),
                                Map.of("ODD", "a \"b\" '$c'\n#;}"),
                                List.of("PW"),
                                List.of("pg:/var/lib/postgresql/data/", "/srv/conf:/conf:ro"),
                                Optional.of("pg_isready -h 127.0.0.1"),
                                Resources.DEFAULT,
                                Optional.of("postgres -c 'log line=a b'")));

        Accessory db = accessories.get(0);
        assertThat(db.command()).containsExactly("postgres", "-c", "log line=a b");
        assertThat(db.volumes())
                .extracting(v -> v.source() + " " + v.target() + " " + v.readOnly())
                .containsExactly("/srv/conf /conf true", "pg /var/lib/postgresql/data false");
        assertThat(db.variables().from(Variables.POM)).containsOnlyKeys("ODD");
        assertThat(db.variables().values().get("PW"))
                .isEqualTo(new Sourced<>("s3cret", "monorepo.env:1"));
        assertThat(db.toString()).doesNotContain("s3cret");
        assertThat(PlanJson.of(Planner.plan(said.request(), tree)))
                .contains("\"accessories\"", "\"" + POSTGRES + "\"")
                .doesNotContain("s3cret", "ODD");
    }

    @Test
    void refusesNamesThatAreNoneOrHaveAMeaning() {
        for (String name : List.of("Db", "my_db", "-db", "d".repeat(41))) {
            assertThat(findings(named(name)))
                    .containsExactly(
                            "FS-ACCESSORY-001 <accessory> "
                                    + name
                                    + ": the name \""
                                    + name
                                    + "\" is no name of a host; use a letter, then up to 39 lower"
                                    + " case letters, digits and hyphens");
        }
        for (String name : List.of("app", "gateway", "localhost", "r3", "r3-api", "pre-deploy")) {
            assertThat(findings(named(name)))
                    .singleElement()
                    .asString()
                    .startsWith("FS-ACCESSORY-001 <accessory> " + name)
                    .contains("has a meaning already");
        }
        assertThat(findings(named("backend")))
                .singleElement()
                .asString()
                .contains("the name backend is that of a service");
    }

    @Test
    void refusesTwoOfOneName() {
        assertThat(findings(named("db"), named("db")))
                .containsExactly(
                        "FS-ACCESSORY-002 <accessory> db: there are two accessories of this name;"
                                + " give one of them another <name>");
    }

    @Test
    void anImageSaysWhichOfItsVersionsIsMeant() {
        for (String image : List.of("postgres", "Postgres:17", "postgres:", "a b:1", "x:1\ny")) {
            assertThat(findings(with(image, List.of(), List.of())))
                    .singleElement()
                    .asString()
                    .startsWith("FS-ACCESSORY-003 <accessory> db: the image \"");
        }
        for (String image :
                List.of(
                        POSTGRES,
                        "registry.test:5000/pg:17",
                        "pg@sha256:" + "a".repeat(64),
                        "pg:17@sha256:" + "a".repeat(64))) {
            assertThat(findings(with(image, List.of(), List.of()))).isEmpty();
        }
    }

    @Test
    void refusesVolumesThatCannotBeMeant() {
        for (String volume :
                List.of(
                        "pg",
                        "pg:data",
                        "pg:/",
                        "pg:/proc/x",
                        "a b:/x",
                        "pg:/x:single",
                        "pg:/a/..")) {
            assertThat(findings(with(POSTGRES, List.of(), List.of(volume))))
                    .as(volume)
                    .singleElement()
                    .asString()
                    .startsWith(
                            "FS-ACCESSORY-006 <accessory> db: the volume \""
                                    + volume
                                    + "\" is not of the form source:target[:ro] with an absolute"
                                    + " target");
        }
        assertThat(findings(with(POSTGRES, List.of(), List.of("a:/x", "b:/x/"))))
                .singleElement()
                .asString()
                .contains("two volumes have the target /x");
    }

    @Test
    void twoThatKnowNothingOfEachOtherDoNotWriteIntoOneVolume() {
        said.volumes = List.of(Requests.set("data:/data", "volumes"));
        assertThat(findings(with(POSTGRES, List.of(), List.of("data:/var/lib/data"))))
                .containsExactly(
                        "FS-ACCESSORY-007 <accessory> db: somebody else writes into the volume data"
                                + " as well; give it another name, or add :ro on one side");
        assertThat(findings(with(POSTGRES, List.of(), List.of("data:/backed-up:ro")))).isEmpty();
    }

    @Test
    void whatIsPassedOnHasToBeThere() {
        assertThat(findings(with(POSTGRES, List.of("PW", "NONE"), List.of())))
                .containsExactly(
                        "FS-ACCESSORY-005 <accessory> db: the application has no variable \"NONE\""
                                + " to be passed on; add it to the env file, or take it out of"
                                + " <passed>");
    }

    @Test
    void onlyWhatIsThereCanBeMadeAgain() {
        said.accessories =
                new AccessoriesRequest(
                        List.of(named("db")),
                        List.of(new Sourced<>("cache", "-Dfullstack.recreateAccessories")));

        assertThat(
                        ours(
                                Planner.plan(said.request(), tree).findings().stream()
                                        .map(f -> f.toString())
                                        .toList()))
                .containsExactly(
                        "FS-ACCESSORY-008 -Dfullstack.recreateAccessories: there is no accessory"
                                + " \"cache\" that could be made again; name one of: db");
    }

    @Test
    void aUserIsANumber() {
        AccessoryRequest root =
                new AccessoryRequest(
                        "db",
                        POSTGRES,
                        Optional.of("postgres"),
                        Map.of("A-B", "x"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Resources.DEFAULT,
                        Optional.empty());

        assertThat(findings(root))
                .satisfiesExactlyInAnyOrder(
                        f -> assertThat(f).startsWith("FS-ACCESSORY-004 <accessory> db: the user"),
                        f -> assertThat(f).startsWith("FS-ENV-007 <accessory> db: \"A-B\" is no"));
    }

    private static AccessoryRequest named(String name) {
        return new AccessoryRequest(
                name,
                POSTGRES,
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Resources.DEFAULT,
                Optional.empty());
    }

    private static AccessoryRequest with(String image, List<String> passed, List<String> volumes) {
        return new AccessoryRequest(
                "db",
                image,
                Optional.empty(),
                Map.of(),
                passed,
                volumes,
                Optional.empty(),
                Resources.DEFAULT,
                Optional.empty());
    }

    private List<Accessory> accessories(AccessoryRequest... requests) {
        said.accessories = new AccessoriesRequest(List.of(requests), List.of());
        return Planner.plan(said.request(), tree).application().surroundings().accessories();
    }

    private List<String> findings(AccessoryRequest... requests) {
        said.accessories = new AccessoriesRequest(List.of(requests), List.of());
        return ours(
                Planner.plan(said.request(), tree).findings().stream()
                        .map(f -> f.toString())
                        .toList());
    }

    private static List<String> ours(List<String> findings) {
        return new ArrayList<>(findings)
                .stream().filter(f -> f.matches("(?s)FS-(ACCESSORY|ENV-007).*")).toList();
    }
}
