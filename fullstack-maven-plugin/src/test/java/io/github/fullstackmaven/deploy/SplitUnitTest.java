package io.github.fullstackmaven.deploy;

import static io.github.fullstackmaven.deploy.Examples.serving;
import static io.github.fullstackmaven.deploy.Examples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Observed.Container;
import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Unit;
import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Resources;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A unit of several containers is begun, judged, watched and taken away as one. */
class SplitUnitTest {
    private static final String UNIT = "fullstack-shop-pro-";
    private static final Map<String, String> IMAGES =
            Map.of("gateway", "sha256:g", "api", "sha256:a", "mail", "sha256:m");

    @Test
    void isMadeAndTakenAwayAsOne() {
        Observed before = serving("r3", unit("r3", "gateway", "api", "mail"));

        assertThat(plan(target(imagesWith("api", "sha256:new")), before))
                .containsExactly(
                        "take lock fullstack-lock-shop-pro: one deployment at a time",
                        "write journal begin r4: image changed",
                        "create volume shop-pro_data: it is missing",
                        "create unit fullstack-shop-pro-r4 (gateway, api, mail): image changed",
                        "start unit fullstack-shop-pro-r4 (gateway, api, mail): new release",
                        "add upstream r4: the edge has to know it before it is live",
                        "wait for health of fullstack-shop-pro-r4: it goes live only when it is"
                                + " well",
                        "switch edge from r3 to r4: image changed",
                        "watch fullstack-shop-pro-r4: it is new",
                        "drain edge's old workers: requests to the release before may go on",
                        "retire unit fullstack-shop-pro-r3 (gateway, api, mail): r4 is live",
                        "write journal live r4: image changed",
                        "release lock fullstack-lock-shop-pro: done");
    }

    @Test
    void processesReachAccessoriesAndTheGatewayDoesNot() {
        Application split = target(IMAGES).application();
        Accessory db =
                new Accessory(
                        "db",
                        "postgres:17",
                        Optional.empty(),
                        Variables.NONE,
                        List.of(),
                        Optional.empty(),
                        Resources.DEFAULT,
                        List.of());
        Application application = split.with(split.surroundings().withAccessories(List.of(db)));

        assertThat(
                        new Target(application, IMAGES, Optional.empty(), "anna")
                                .blueprint("r4").containers().stream()
                                        .filter(c -> !c.furtherNetworks().isEmpty())
                                        .map(c -> c.labels().get(Labels.ROLE)))
                .containsExactly("api", "mail");
    }

    @Test
    void anUnchangedOneIsLeftAlone() {
        assertThat(plan(target(IMAGES), serving("r3", unit("r3", "gateway", "api", "mail"))))
                .isEmpty();
    }

    @Test
    void oneThatLacksAContainerIsReplaced() {
        assertThat(plan(target(IMAGES), serving("r3", unit("r3", "gateway", "mail"))))
                .contains(
                        "create unit fullstack-shop-pro-r4 (gateway, api, mail): a container of r3"
                                + " is gone",
                        "retire unit fullstack-shop-pro-r3 (gateway, mail): r4 is live");
    }

    @Test
    void aContainerThatStoppedIsStartedWithItsUnit() {
        assertThat(
                        plan(
                                target(IMAGES),
                                serving("r3", stopped(unit("r3", "gateway", "api", "mail")))))
                .containsSubsequence(
                        "start unit fullstack-shop-pro-r3 (gateway, api, mail): it is live and its"
                                + " api is exited",
                        "wait for health of fullstack-shop-pro-r3: it was started");
    }

    @Test
    void whatIsLeftOfOneThatWasHalfMadeIsRetired() {
        for (List<String> made : List.of(List.of("api"), List.of("mail", "api"))) {
            Observed found =
                    serving(
                            "r3",
                            unit("r3", "gateway", "api", "mail"),
                            unit("r4", made.toArray(String[]::new)));

            assertThat(Planner.plan(new Aim.New(target(IMAGES)), found))
                    .contains(
                            new UnitOperation.RetireUnit(
                                    "r4",
                                    new UnitName(
                                            UNIT + "r4",
                                            made.stream()
                                                    .sorted()
                                                    .map(p -> UNIT + "r4-" + p)
                                                    .toList()),
                                    "r3",
                                    UnitOperation.Keep.NOTHING,
                                    "left over, r3 is live"));
        }
    }

    @Test
    void anotherLayoutIsAReleaseLikeAnyOther() {
        Target single = Examples.target();

        assertThat(plan(single, serving("r3", unit("r3", "gateway", "api", "mail"))))
                .containsSubsequence(
                        "create unit fullstack-shop-pro-r4: image changed",
                        "switch edge from r3 to r4: image changed",
                        "retire unit fullstack-shop-pro-r3 (gateway, api, mail): r4 is live");
        assertThat(plan(target(IMAGES), serving("r3", Examples.unit("r3", "running"))))
                .containsSubsequence(
                        "create unit fullstack-shop-pro-r4 (gateway, api, mail): image changed",
                        "switch edge from r3 to r4: image changed",
                        "retire unit fullstack-shop-pro-r3: r4 is live");
    }

    @Test
    void oneThatFailsIsTakenAwayWithAllItsContainers() {
        Observed before = serving("r3", Examples.unit("r3", "running"));
        List<Operation> all = Planner.plan(new Aim.New(target(IMAGES)), before);
        List<Operation> done =
                all.stream().takeWhile(op -> !(op instanceof UnitOperation.Gate)).toList();

        assertThat(
                        UndoPlanner.plan(
                                        application(),
                                        before,
                                        done,
                                        all.get(done.size()),
                                        new Setback(Outcome.UNHEALTHY, Problems.interrupted()))
                                .stream()
                                .map(Operation::line))
                .contains(
                        "retire unit fullstack-shop-pro-r4 (gateway, api, mail): it did not go"
                                + " live");
    }

    @Test
    void rollbackToTheLiveOneMakesItWholeAgain() {
        Observed found = with(serving("r3", unit("r3", "gateway", "mail")), record("r3", IMAGES));
        Aim again =
                new Aim.Again(
                        application(),
                        "anna",
                        "r3",
                        target(IMAGES).blueprint("r3"),
                        Set.of(),
                        List.of());

        assertThat(Planner.plan(again, found).stream().map(Operation::line))
                .containsSubsequence(
                        "remove unit fullstack-shop-pro-r3 (gateway, mail): a container of r3 is"
                                + " gone",
                        "create unit fullstack-shop-pro-r3 (gateway, api, mail): a container of r3"
                                + " is gone",
                        "switch edge from r3 to r3: a container of r3 is gone")
                .noneMatch(line -> line.startsWith("retire"));
    }

    @Test
    void imagesOfAReleaseThatIsForgottenGoUnlessAnotherHasThem() {
        Observed found =
                with(
                        serving("r4", unit("r4", "gateway", "api", "mail")),
                        record("r1", Map.of("gateway", "sha256:g", "api", "sha256:old")),
                        record("r2", IMAGES),
                        record("r3", IMAGES),
                        record("r4", IMAGES));

        assertThat(Retention.of(found, "r5", List.of("sha256:new"), 2))
                .containsExactly(
                        new StoreOperation.Prune("r2", List.of(), "more than 2 releases back"),
                        new StoreOperation.Prune(
                                "r1", List.of("sha256:old"), "more than 2 releases back"));
    }

    @Test
    void processesStartBeforeTheGatewayAndEndAfterIt() {
        UnitName unit = target(IMAGES).blueprint("r3").unit();

        assertThat(unit.starting()).containsExactly(UNIT + "r3-api", UNIT + "r3-mail", UNIT + "r3");
        assertThat(unit.stopping()).containsExactly(UNIT + "r3", UNIT + "r3-mail", UNIT + "r3-api");
    }

    @Test
    void theGatewayKnowsItsOwnUnitAndNoSecret() {
        ContainerSpec gateway = container("gateway");

        assertThat(gateway.environment()).isEqualTo(Map.of("FULLSTACK_UNIT", "shop-pro-r3"));
        assertThat(gateway.volumes()).isEmpty();
        assertThat(gateway.aliases()).containsExactly("shop-pro-r3");
        assertThat(gateway.hostname()).contains("r3");
        assertThat(gateway.stopSignal()).contains("SIGQUIT");
        assertThat(gateway.stopTimeout()).contains(Duration.ofSeconds(25));
        assertThat(gateway.health()).isPresent();
    }

    @Test
    void aProcessHasTheVariablesAndTheVolumes() {
        ContainerSpec api = container("api");

        assertThat(api.environment())
                .isEqualTo(
                        Map.of(
                                "FRONTEND_URL",
                                "http://shop.test:8080",
                                "HOST",
                                "0.0.0.0",
                                "PORT",
                                "3000",
                                "PUBLIC_URL",
                                "http://shop.test:8080",
                                "TOKEN",
                                "secret"));
        assertThat(api.volumes()).extracting(Volume::source).containsExactly("shop-pro_data");
        assertThat(api.aliases()).containsExactly("shop-pro-r3-api");
        assertThat(api.stopSignal()).contains("SIGTERM");
        assertThat(api.stopTimeout()).contains(Duration.ofSeconds(15));
        assertThat(container("mail").environment()).doesNotContainKey("PORT");
    }

    @Test
    void noTwoReleasesShareAName() {
        Set<String> names = Set.copyOf(aliases("r3"));

        assertThat(aliases("r4")).hasSize(3).noneMatch(names::contains);
    }

    @Test
    void theRecordNamesTheGatewaysImageFirstAndAllOthers() {
        String text = ReleaseRecords.text("r3", "", target(IMAGES).blueprint("r3"));

        assertThat(text).contains("\"image\":\"sha256:g sha256:a sha256:m\"");
        assertThat(EdgeFacts.parse("record r3 sha256:g sha256:a sha256:m\n").records())
                .containsExactly(
                        new ReleaseRecord("r3", List.of("sha256:g", "sha256:a", "sha256:m")));
    }

    private static List<String> aliases(String release) {
        return target(IMAGES).blueprint(release).containers().stream()
                .flatMap(c -> c.aliases().stream())
                .toList();
    }

    private static ContainerSpec container(String role) {
        return target(IMAGES).blueprint("r3").containers().stream()
                .filter(c -> role.equals(c.labels().get(Labels.ROLE)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> imagesWith(String role, String image) {
        Map<String, String> changed = new HashMap<>(IMAGES);
        changed.put(role, image);
        return changed;
    }

    private static ReleaseRecord record(String release, Map<String, String> images) {
        return new ReleaseRecord(release, List.copyOf(images.values()));
    }

    private static Unit unit(String release, String... roles) {
        List<Container> containers = new ArrayList<>();
        for (String role : roles) {
            containers.add(
                    new Container(
                            role,
                            UNIT + release + (role.equals("gateway") ? "" : "-" + role),
                            "id-" + role,
                            IMAGES.get(role),
                            target(IMAGES).model(),
                            "running",
                            Optional.of("healthy"),
                            ""));
        }
        return new Unit(release, containers);
    }

    private static Unit stopped(Unit unit) {
        return new Unit(
                unit.release(),
                unit.containers().stream()
                        .map(
                                c ->
                                        c.role().equals("api")
                                                ? new Container(
                                                        c.role(),
                                                        c.name(),
                                                        c.id(),
                                                        c.imageId(),
                                                        c.model(),
                                                        "exited",
                                                        c.health(),
                                                        "")
                                                : c)
                        .toList());
    }

    private static List<String> plan(Target target, Observed observed) {
        return Planner.plan(new Aim.New(target), observed).stream().map(Operation::line).toList();
    }

    private static Target target(Map<String, String> images) {
        return new Target(application(), images, Optional.empty(), "anna");
    }

    private static Application application() {
        Service api =
                Service.at("api", ServiceKind.BACKEND, Ecosystem.GO)
                        .name("api")
                        .port(Optional.of(Sourced.byDefault(3000)))
                        .service();
        Service mail = Service.at("mail", ServiceKind.WORKER, Ecosystem.GO).name("mail").service();
        return Examples.split(
                List.of(api, mail), new Volume("data", "/data", false, false, "test"));
    }
}
