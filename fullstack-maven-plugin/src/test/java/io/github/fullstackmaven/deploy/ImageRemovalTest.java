package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ImageRemovalTest {
    private static final Application SHOP = Examples.application();

    private final List<String> removed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<ContainerState> users = new ArrayList<>();
    private List<String> names = List.of();
    private List<String> keepers = List.of();
    private int refusals;

    @Test
    void removesEveryNameOfAnImage() {
        names = List.of("shop:1", "shop:2");

        assertThat(remove()).isTrue();

        assertThat(removed).containsExactly("shop:1", "shop:2");
        assertThat(notes).isEmpty();
    }

    @Test
    void leavesNamesThatOthersGaveIt() {
        names = List.of("docker.io/library/shop:1", "registry.test:5000/shop:1");

        assertThat(remove()).isTrue();

        assertThat(removed).containsExactly("docker.io/library/shop:1");
        assertThat(notes)
                .containsExactly("image aaaaaaaaaaaa stays: it is registry.test:5000/shop:1, too");
    }

    @Test
    void leavesAnImageThatAnotherEnvironmentMayGoBackTo() {
        keepers = List.of("shop.dev");

        assertThat(remove()).isTrue();

        assertThat(removed).isEmpty();
        assertThat(notes).containsExactly("image aaaaaaaaaaaa stays: shop.dev may go back to it");
    }

    @Test
    void leavesAnImageAndIsNotDoneWhileAnEdgeCannotBeAsked() {
        Progress progress = Examples.progress(notes);
        ImageRemoval removal =
                new ImageRemoval(
                        engine(),
                        SHOP,
                        id -> {
                            throw HostProblems.noImage("none");
                        },
                        progress,
                        Duration.ZERO);

        assertThat(removal.remove(Examples.IMAGE)).isFalse();

        assertThat(removed).isEmpty();
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("image aaaaaaaaaaaa stays: nobody knows who else")
                .contains("FS-IMAGE-002");
    }

    @Test
    void triesAgainWhileTheEngineIsStillLettingGo() {
        refusals = 1;
        users.add(container("shop", "removing"));

        assertThat(remove()).isTrue();

        assertThat(removed).containsExactly(Examples.IMAGE);
        assertThat(notes).isEmpty();
    }

    @Test
    void leavesAnImageToAnotherApplicationThatRunsIt() {
        refusals = Integer.MAX_VALUE;
        users.add(container("other", "exited"));

        assertThat(remove()).isTrue();

        assertThat(notes)
                .containsExactly("image aaaaaaaaaaaa stays: unit-of-other is made from it");
    }

    @Test
    void isNotDoneWithAnImageThatItsOwnContainerStillNeeds() {
        refusals = Integer.MAX_VALUE;
        users.add(container("shop", "running"));

        assertThat(remove()).isFalse();
    }

    @Test
    void isNotDoneWithAnImageThatTheEngineWillNotRemove() {
        refusals = Integer.MAX_VALUE;

        assertThat(remove()).isFalse();

        assertThat(notes).containsExactly("image aaaaaaaaaaaa stays: device or resource busy");
    }

    private boolean remove() {
        return new ImageRemoval(
                        engine(),
                        SHOP,
                        id -> keepers,
                        Examples.progress(notes),
                        Duration.ofMillis(300))
                .remove(Examples.IMAGE);
    }

    /** An engine of which only what is asked here is there. */
    private Engine engine() {
        return (Engine)
                Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "image" -> Optional.of(image());
                                    case "containersOf" -> List.copyOf(users);
                                    case "removeImage" -> removeImage((String) arguments[0]);
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }

    private ImageState image() {
        return new ImageState(Examples.IMAGE, names, List.of(), 1, Map.of());
    }

    private Optional<String> removeImage(String name) {
        if (refusals > 0) {
            refusals--;
            return Optional.of("device or resource busy");
        }
        removed.add(name);
        return Optional.empty();
    }

    private static ContainerState container(String application, String status) {
        return new ContainerState(
                "id",
                "unit-of-" + application,
                "",
                Examples.IMAGE,
                status,
                OptionalInt.empty(),
                0,
                "",
                Optional.empty(),
                List.of(),
                Map.of(Labels.APPLICATION, application, Labels.ENVIRONMENT, SHOP.environmentId()),
                Map.of(),
                List.of(),
                List.of());
    }
}
