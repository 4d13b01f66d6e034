package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradeUnderWayTest {
    private static final String LOCK = "fullstack-lock-edge-8080";

    /** How the program for changes ends, one time after another. */
    private final Deque<Integer> ends = new ArrayDeque<>();

    /** Whether somebody holds the edge's lock, one look after another. */
    private final Deque<Boolean> held = new ArrayDeque<>();

    private final List<String> notes = new ArrayList<>();

    @Test
    void aChangeWaitsForTheUpgradeAndIsMadeInTheEdgeThatThereIsThen() {
        ends.addAll(List.of(75, 0));
        held.addAll(List.of(true, true, false));

        assertThat(apply()).isZero();

        assertThat(ends).isEmpty();
        assertThat(notes)
                .containsExactly(
                        "fullstack-edge-8080 is being upgraded by anna since noon: waiting for that;"
                                + " connections of before may go on for 90 s");
    }

    @Test
    void aChangeThatMetAnEdgeWhichHadJustMadeWayIsMadeInTheNext() {
        ends.addAll(List.of(76, 137, 0));
        held.addAll(List.of(false, true, false));

        assertThat(apply()).isZero();

        assertThat(ends).isEmpty();
    }

    @Test
    void whatTheEdgeHasJudgedIsNotTriedAgain() {
        for (int end : List.of(2, 4, 9)) {
            ends.addAll(List.of(end, 0));

            assertThat(apply()).isEqualTo(end);

            ends.clear();
        }
        assertThat(notes).isEmpty();
    }

    @Test
    void whatFailsWithoutAnUpgradeIsNotTriedForEver() {
        ends.addAll(List.of(137, 0));
        held.add(false);

        assertThat(apply()).isEqualTo(137);
    }

    private int apply() {
        return new EdgeControl(engine(), Examples.application(), Examples.progress(notes))
                .apply("r1", "r2", new Change())
                .exit();
    }

    private Engine engine() {
        return (Engine)
                Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "exec" ->
                                            arguments[0].equals(LOCK)
                                                    ? new ExecResult(0, "90", "")
                                                    : new ExecResult(ends.remove(), "", "");
                                    case "container" -> lock((String) arguments[0]);
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }

    private Optional<ContainerState> lock(String name) {
        assertThat(name).isEqualTo(LOCK);
        return Optional.of(name)
                .filter(n -> held.remove())
                .map(n -> Examples.running(n, Map.of(Labels.HOLDER, "anna since noon")));
    }
}
