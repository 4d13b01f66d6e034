package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engines at times lose the end of what a program wrote, and call it well. */
class EdgeVolumeTest {
    private final Deque<ExecResult> answers = new ArrayDeque<>();

    @Test
    void asksAgainWhenTheEndOfAnAnswerIsMissing() {
        answers.add(said("version 2"));
        answers.add(said(""));
        answers.add(said("version 2\nsite shop pro shop.test http\n(all)"));

        assertThat(volume().ask("observe", "shop.pro", "shop_pro_4"))
                .isEqualTo("version 2\nsite shop pro shop.test http");
    }

    @Test
    void nothingIsAnAnswerWhenItIsSaidToBeAll() {
        answers.add(said("(all)"));

        assertThat(volume().ask("history", "shop.pro")).isEmpty();
    }

    @Test
    void refusesToGoByHalfAnAnswer() {
        answers.addAll(List.of(said("version 2"), said("version 2"), said("version 2")));

        assertThatThrownBy(() -> volume().ask("observe", "shop.pro", "shop_pro_4"))
                .hasMessageContaining("FS-EDGE-005")
                .hasMessageContaining("cuts its answers off")
                .hasMessageContaining("podman logs fullstack-edge-");
    }

    @Test
    void aProgramThatFailsIsNotAskedAgain() {
        answers.add(new ExecResult(1, "", "no such directory"));

        assertThatThrownBy(() -> volume().ask("record", "shop.pro", "r1"))
                .hasMessageContaining("no such directory");
    }

    private EdgeVolume volume() {
        Engine engine =
                (Engine)
                        Proxy.newProxyInstance(
                                Engine.class.getClassLoader(),
                                new Class<?>[] {Engine.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("info")) {
                                        return Examples.PODMAN;
                                    }
                                    assertThat(method.getName()).isEqualTo("exec");
                                    return answers.remove();
                                });
        return new EdgeVolume(engine, Examples.application(), true);
    }

    private static ExecResult said(String out) {
        return new ExecResult(0, out, "");
    }
}
