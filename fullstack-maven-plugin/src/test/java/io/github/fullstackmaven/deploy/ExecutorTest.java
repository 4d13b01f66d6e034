package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.UnitOperation.Keep;
import io.github.fullstackmaven.engine.ContainerState;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.PortTakenException;
import io.github.fullstackmaven.model.Application;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** An edge that refuses every change, and tells what it serves. */
class ExecutorTest {
    private static final Application SHOP = Examples.application();
    private static final UnitOperation.RetireUnit RETIRES_R4 =
            new UnitOperation.RetireUnit(
                    "r4",
                    UnitName.of("fullstack-shop-pro-r4"),
                    "r3",
                    Keep.NOTHING,
                    "it did not go live");

    private final List<String> done = new ArrayList<>();
    private String serves = "";
    private boolean answers = true;

    @Test
    void takesAUnitDownThatIsNotLiveThoughTheEdgeTakesNoChange() {
        serves = "r3";

        assertThatThrownBy(this::retire)
                .extracting(e -> ((Setback) e).problem().getMessage())
                .asString()
                .contains("FS-DEPLOY-004", "blog.pro is broken");

        assertThat(done)
                .containsExactly("stop fullstack-shop-pro-r4", "remove fullstack-shop-pro-r4");
    }

    @Test
    void leavesAUnitThatMayBeServed() {
        serves = "r4";
        assertThatThrownBy(this::retire).isInstanceOf(Setback.class);

        answers = false;
        serves = "r3";
        assertThatThrownBy(this::retire).isInstanceOf(Setback.class);

        assertThat(done).isEmpty();
    }

    /** The port may be gone between the edge that made way and the one that is to come back. */
    @Test
    void saysWhoHasThePortOfAnEdgeThatIsMadeAgain() {
        String edge = Names.edge(SHOP.edge());

        assertThatThrownBy(
                        () ->
                                perform(
                                        new EdgeOperation.RemakeEdge(
                                                edge,
                                                Examples.IMAGE,
                                                OptionalInt.empty(),
                                                "the new one did not get well")))
                .hasMessageContaining("FS-EDGE-003")
                .hasMessageContaining("port 8080 is taken: container nginx");

        assertThat(done).endsWith("create", "start " + edge, "remove " + edge);
    }

    private void retire() {
        perform(RETIRES_R4);
    }

    private void perform(Operation operation) {
        Operator operator =
                new Operator(engine(), new Progress() {}, Clock.systemUTC(), () -> false);
        DeployLock lock = new DeployLock(operator.engine(), SHOP, "anna", operator.clock());
        operation.accept(new Executor(operator, new Aim.New(Examples.target()), lock));
    }

    private Engine engine() {
        return (Engine)
                Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "exec" -> said((List<?>) arguments[1]);
                                    case "container" -> unit((String) arguments[0]);
                                    case "stop", "remove" -> {
                                        done.add(method.getName() + " " + arguments[0]);
                                        yield null;
                                    }
                                    case "run" -> new ExecResult(0, "", "");
                                    case "create" -> {
                                        done.add("create");
                                        yield "id";
                                    }
                                    case "start" -> {
                                        done.add("start " + arguments[0]);
                                        throw new PortTakenException(
                                                8080,
                                                PortTakenException.Reason.TAKEN,
                                                "address already in use");
                                    }
                                    case "publishersOf" -> List.of("nginx");
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }

    private ExecResult said(List<?> program) {
        if (program.get(0).equals("curl")) {
            return new ExecResult(answers ? 0 : 7, "", "");
        }
        return program.get(3).equals("generation")
                ? new ExecResult(0, serves, "")
                : new ExecResult(4, "", "blog.pro is broken");
    }

    private static Optional<ContainerState> unit(String name) {
        return Optional.of(Examples.running(name, Labels.of(SHOP)));
    }
}
