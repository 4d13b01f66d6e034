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
                        "take down edge fullstack-edge-8080: two cannot have its ports;"
                                + " connections are refused meanwhile",
                        "create edge fullstack-edge-8080: it was made from nginx:1.28, configured"
                                + " is "
                                + IMAGE,
                        "release lock fullstack-lock-edge-8080: done");
    }

    @Test
    void aNewerImageOfTheSameNameIsAReason() {
        assertThat(plan(edge(IMAGE, "1", Specs.edgeModel()), image("2")))
                .contains("create edge fullstack-edge-8080: " + IMAGE + " is a newer one now");
    }

    @Test
    void anotherVersionOfThePluginIsAReason() {
        assertThat(plan(edge(IMAGE, "1", ""), image("1")))
                .contains(
                        "create edge fullstack-edge-8080: it was made by another version of the"
                                + " plugin");
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
                EdgeUpgradePlanner.plan(Examples.application(), Optional.empty(), image("1"))
                        .stream()
                        .map(Operation::line)
                        .toList();

        assertThat(plan)
                .contains("create edge fullstack-edge-8080: its container is missing")
                .noneMatch(line -> line.startsWith("take down"));
    }

    private static List<String> plan(ContainerState edge, Optional<ImageState> image) {
        return EdgeUpgradePlanner.plan(Examples.application(), Optional.of(edge), image).stream()
                .map(Operation::line)
                .toList();
    }

    private static Optional<ImageState> image(String id) {
        return Optional.of(new ImageState("sha256:" + id, List.of(IMAGE), List.of(), 1, Map.of()));
    }

    private static ContainerState edge(String image, String id, String model) {
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
                Map.of(Labels.ROLE, "edge", Labels.MODEL, model),
                Map.of(8080, 8080),
                List.of(),
                List.of());
    }
}
