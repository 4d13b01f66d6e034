package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.Hooks;
import io.github.fullstackmaven.model.Layout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HookShellTest {
    private static final String PUT = "mkdir -p /bin && /usr/local/bin/busybox ln -s";
    private static final Application SPLIT =
            Applications.withLayout(Applications.several(), Layout.SPLIT);

    @Test
    void anImageWithoutASystemGetsOneWhereAHookRunsInIt() {
        String stage = stage(after("orders"), "orders-runtime");

        assertThat(stage)
                .contains(
                        "RUN [\"/usr/local/bin/busybox\", \"sh\", \"-c\", \"[ -e /bin/sh ] ||"
                                + " { /usr/local/bin/busybox mkdir -p /bin &&"
                                + " /usr/local/bin/busybox ln -s /usr/local/bin/busybox /bin/sh;"
                                + " }\"]");
        assertThat(stage.indexOf(PUT)).isLessThan(stage.indexOf("USER "));
    }

    @Test
    void noOtherImageIsChangedForIt() {
        assertThat(stage(after("orders"), "stock-runtime")).doesNotContain(PUT);
        assertThat(Rendered.file(SPLIT, "Dockerfile")).doesNotContain(PUT);
        // In one container there is a system with a shell anyway.
        assertThat(Applications.rich().surroundings().hooks().before()).isPresent();
        assertThat(Rendered.file(Applications.rich(), "Dockerfile")).doesNotContain("/bin/sh;");
    }

    private static Application after(String service) {
        Hook hook = new Hook(List.of("/app/migrate"), service, "test");
        return SPLIT.with(
                SPLIT.surroundings()
                        .with(new Hooks(Optional.empty(), Optional.of(hook), Hooks.LIMIT)));
    }

    private static String stage(Application application, String name) {
        String text = Rendered.file(application, "Dockerfile");
        String begin = " AS " + name + "\n";
        assertThat(text).contains(begin);
        String rest = text.substring(text.indexOf(begin) + begin.length());
        int end = rest.indexOf("\nFROM ");
        return end < 0 ? rest : rest.substring(0, end);
    }
}
