package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.ImageState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EdgeUpgradePlanTest {
    private static final String IMAGE = Specs.edgeImage(Examples.application());

    @Test
    void anEdgeThatIsWhatItWouldBeIsLeftAlone() {
        assertThat(plan(edge(IMAGE, "1", Specs.edgeModel()), image("1"))).isEmpty();
    }

    @Test
    void anotherConfiguredImageIsAReason() {
        assertThat(plan(edge("nginx:1.28", "1", Specs.edgeModel()), image("2")))
                .containsExactly(
                        "take lock fullstack-lock-edge-8080: nobody changes the edge meanwhile",
                        "try configuration of fullstack-edge-8080 with "
                                + IMAGE
                                + ": before anything is changed",
                        "start edge fullstack-edge-8080-next beside it: it was made from"
                                + " nginx:1.28, configured is "
                                + IMAGE,
                        "hand over to the new edge fullstack-edge-8080: it reaches all units that"
                                + " the old one does",
                        "release lock fullstack-lock-edge-8080: done");
    }

    @Test
    void aNewerImageOfTheSameNameIsAReason() {
        assertThat(plan(edge(IMAGE, "1", Specs.edgeModel()), image("2")))
                .contains(
                        "start edge fullstack-edge-8080-next beside it: "
                                + IMAGE
                                + " is a newer one now");
    }

    @Test
    void anEdgeThatNobodyCanJoinMakesWayOnce() {
        ContainerState old = edge("nginx:1.28", "1", Map.of());

        assertThat(plan(old, image("2")))
                .contains(
                        "take down edge fullstack-edge-8080: it is of the kind that nobody can join;"
                                + " connections are refused meanwhile, this once",
                        "create edge fullstack-edge-8080: it was made from nginx:1.28, configured is "
                                + IMAGE);
    }

    @Test
    void whatJoinedTheHolderOfThePortsIsJoinedByTheNext() {
        ContainerState joined =
                edge("nginx:1.28", "1", Map.of(Labels.TURN, "now", Labels.MODEL, ""));
        ContainerState holder = edge("nginx:1.26", "0", Map.of(Labels.TURN, ""));
        EdgeContainers containers =
                new EdgeContainers(Optional.of(joined), Optional.empty(), Optional.of(holder));

        assertThat(plan(containers, Optional.empty(), image("2")))
                .contains(
                        "hand over to the new edge fullstack-edge-8080: it reaches all units that"
                                + " the old one does");
    }

    @Test
    void whatWasCutOffIsPutInOrderBeforeAnythingElseIsDecided() {
        EdgeContainers containers =
                new EdgeContainers(
                        Optional.of(edge(IMAGE, "1", "")),
                        Optional.of(edge(IMAGE, "2", "")),
                        Optional.empty());

        assertThat(plan(containers, containers.unsettled(""), image("2")))
                .containsExactly(
                        "settle edge fullstack-edge-8080: its upgrade was cut off before the new"
                                + " edge took over");
    }

    @Test
    void anotherVersionOfThePluginIsAReason() {
        assertThat(plan(edge(IMAGE, "1", ""), image("1")))
                .contains(
                        "start edge fullstack-edge-8080-next beside it: it was made by another"
                                + " version of the plugin");
    }

    @Test
    void fetchesAnImageThatIsNotThereBeforeAnythingElse() {
        assertThat(plan(edge("nginx:1.28", "1", Specs.edgeModel()), Optional.empty()))
                .first()
                .isEqualTo("pull image " + IMAGE + ": the edge is made from it");
    }

    @Test
    void anUpgradeThatWasCutOffIsGoneOnWith() {
        List<String> plan =
                plan(
                        new EdgeContainers(Optional.empty(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        image("1"));

        assertThat(plan)
                .contains("create edge fullstack-edge-8080: its container is missing")
                .noneMatch(line -> line.startsWith("take down"));
    }

    private static List<String> plan(ContainerState edge, Optional<ImageState> image) {
        return plan(
                new EdgeContainers(Optional.of(edge), Optional.empty(), Optional.empty()),
                Optional.empty(),
                image);
    }

    private static List<String> plan(
            EdgeContainers containers, Optional<String> unsettled, Optional<ImageState> image) {
        return EdgeUpgradePlanner.plan(Examples.application(), containers, unsettled, image)
                .stream()
                .map(Operation::line)
                .toList();
    }

    private static Optional<ImageState> image(String id) {
        return Optional.of(new ImageState("sha256:" + id, List.of(IMAGE), List.of(), 1, Map.of()));
    }

    private static ContainerState edge(String image, String id, String model) {
        return edge(image, id, Map.of(Labels.MODEL, model, Labels.TURN, ""));
    }

    private static ContainerState edge(String image, String id, Map<String, String> labels) {
        return new ContainerState(
                "c",
                "fullstack-edge-8080",
                image,
                "sha256:" + id,
                "running",
                OptionalInt.empty(),
                0,
                "",
                Optional.empty(),
                List.of(),
                labels,
                Map.of(8080, 8080),
                List.of(),
                List.of());
    }
}
