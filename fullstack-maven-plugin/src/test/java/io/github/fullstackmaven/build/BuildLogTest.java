package io.github.fullstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildLogTest {
    @Test
    void aStepTellsStageNumberAndCommandWithoutItsMounts() {
        assertThat(
                        readable(
                                "#12 [frontend 3/8] RUN --mount=type=cache,id=npm,target=/root/.npm     npm ci"))
                .contains("frontend 3/8  RUN npm ci");
    }

    @Test
    void aCommandOfTheProjectShowsAsItWasWritten() {
        assertThat(readable("#9 [frontend 4/7] RUN [\"/bin/sh\", \"-c\", \"npm run build\"]"))
                .contains("frontend 4/7  RUN npm run build");
    }

    @Test
    void whatACheckWouldSayIsNotPrintedBeforeItSaysIt() {
        assertThat(
                        readable(
                                "#9 [frontend 7/7] RUN { test -f dist/index.html || { echo 'FS-BUILD-011 x' >&2; exit 1; }; } &&     mkdir -p /out"))
                .contains("frontend 7/7  RUN test -f dist/index.html && mkdir -p /out");
    }

    @Test
    void whatAStepPrintsIsIndented() {
        assertThat(readable("#12 4.512    Compiling axum v0.8.4"))
                .contains("       Compiling axum v0.8.4");
    }

    @Test
    void theBuildersOwnNoiseIsLeftOut() {
        assertThat(readable("#3 transferring context: 2B done")).isEmpty();
        assertThat(readable("#9 DONE 0.1s")).isEmpty();
        assertThat(readable("#5 sha256:0123 1.2MB / 3MB")).isEmpty();
        assertThat(readable("")).isEmpty();
    }

    @Test
    void aStepWhoseLayerIsThereIsNotTold() {
        assertThat(
                        readable(
                                "#9 [frontend 3/7] COPY package.json ./",
                                "#9 CACHED",
                                "",
                                "#6 [frontend 1/7] FROM docker.io/library/node:26",
                                "#6 DONE 0.0s",
                                "",
                                "#10 [frontend 4/7] RUN npm ci"))
                .containsExactly("frontend 4/7  RUN npm ci");
    }

    @Test
    void aStepThatSaysNothingIsToldAsSoonAsItIsKnownToBeDone() {
        List<String> told = new ArrayList<>();
        BuildLog log = new BuildLog(told::add);

        log.line("#9 [frontend 6/7] RUN npm run build");
        log.line("#9 sha256:0123 1.2MB / 3MB");

        assertThat(told).containsExactly("frontend 6/7  RUN npm run build");
    }

    private static List<String> readable(String... lines) {
        List<String> told = new ArrayList<>();
        BuildLog log = new BuildLog(told::add);
        List.of(lines).forEach(log::line);
        log.line("#9 DONE 0.1s");
        return told;
    }
}
