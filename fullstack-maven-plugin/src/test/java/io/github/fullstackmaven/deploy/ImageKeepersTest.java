package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImageKeepersTest {
    /** What the volume of each edge says. */
    private final Map<String, String> edges = new TreeMap<>();

    private final List<String> running = new ArrayList<>();
    private final List<String> leaving = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void asksEveryEdgeWhetherItRunsOrNot() {
        edges.put("fullstack-edge-8080", "shop.dev");
        edges.put("fullstack-edge-8081", "blog.pro\nshop.pro");
        edges.put("fullstack-edge-9090", "wiki.pro");
        running.addAll(List.of("fullstack-edge-8080", "fullstack-edge-9090"));

        assertThat(keepers())
                .containsExactly(
                        "shop.dev",
                        "blog.pro on the edge of port 8081",
                        "shop.pro on the edge of port 8081",
                        "wiki.pro on the edge of port 9090");
        assertThat(asked)
                .containsExactly(
                        "exec in fullstack-edge-8080, but for shop.pro",
                        "run with fullstack-edge-8081, but for -",
                        "exec in fullstack-edge-9090, but for -");
    }

    @Test
    void nobodyKeepsAnImageWhereThereIsNoEdge() {
        edges.put("fullstack-edge-of-somebody", "blog.pro");

        assertThat(keepers()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anEdgeThatDoesNotAnswerIsNotTakenForOneWithoutApplications() {
        edges.put("fullstack-edge-8081", "");

        assertThatThrownBy(
                        () ->
                                new ImageKeepers(engine("no space left"), Examples.application())
                                        .of(Examples.IMAGE))
                .hasMessageContaining("FS-EDGE-005 fullstack-edge-8081 does not answer: no space");
    }

    @Test
    void anEdgeThatIsJustBeingTakenAwayHasNobody() {
        edges.put("fullstack-edge-8081", "blog.pro");
        edges.put("fullstack-edge-9090", "wiki.pro");
        running.add("fullstack-edge-9090");
        leaving.add("fullstack-edge-8081");

        assertThat(keepers()).containsExactly("wiki.pro on the edge of port 9090");
        assertThat(asked).containsExactly("exec in fullstack-edge-9090, but for -");
    }

    private List<String> keepers() {
        return new ImageKeepers(engine(""), Examples.application(), Duration.ZERO)
                .of(Examples.IMAGE);
    }

    private Engine engine(String complaint) {
        return (Engine)
                Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "volumes" -> List.copyOf(edges.keySet());
                                    case "hasVolume" -> !leaving.contains(arguments[0]);
                                    case "container" -> container((String) arguments[0]);
                                    case "exec" -> {
                                        note("exec in " + arguments[0], (List<?>) arguments[1]);
                                        yield said((String) arguments[0], complaint);
                                    }
                                    case "run" -> {
                                        ContainerSpec spec = (ContainerSpec) arguments[0];
                                        String volume = spec.volumes().get(0).source();
                                        note("run with " + volume, spec.arguments());
                                        yield said(volume, complaint);
                                    }
                                    case "info" -> Examples.PODMAN;
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }

    private void note(String how, List<?> words) {
        assertThat(words.get(words.size() - 1)).isEqualTo(Examples.IMAGE);
        asked.add(how + ", but for " + words.get(words.size() - 2));
    }

    private ExecResult said(String edge, String complaint) {
        return complaint.isEmpty()
                ? new ExecResult(0, edges.get(edge) + "\n(all)", "")
                : new ExecResult(1, "", complaint);
    }

    private Optional<ContainerState> container(String name) {
        return Optional.of(name).filter(running::contains).map(n -> Examples.running(n, Map.of()));
    }
}
