package io.github.fullstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildLogTest {
    @Test
    void aStepTellsStageNumberAndCommandWithoutItsMounts() {
        assertThat(
                        BuildLog.readable(
                                "#12 [frontend 3/8] RUN --mount=type=cache,id=npm,target=/root/.npm     npm ci"))
                .contains("frontend 3/8  RUN npm ci");
    }

    @Test
    void aCommandOfTheProjectShowsAsItWasWritten() {
        assertThat(
                        BuildLog.readable(
                                "#9 [frontend 4/7] RUN [\"/bin/sh\", \"-c\", \"npm run build\"]"))
                .contains("frontend 4/7  RUN npm run build");
    }

    @Test
    void whatACheckWouldSayIsNotPrintedBeforeItSaysIt() {
        assertThat(
                        BuildLog.readable(
                                "#9 [frontend 7/7] RUN { test -f dist/index.html || { echo 'FS-BUILD-011 x' >&2; exit 1; }; } &&     mkdir -p /out"))
                .contains("frontend 7/7  RUN test -f dist/index.html && mkdir -p /out");
    }

    @Test
    void whatAStepPrintsIsIndented() {
        assertThat(BuildLog.readable("#12 4.512    Compiling axum v0.8.4"))
                .contains("       Compiling axum v0.8.4");
    }

    @Test
    void theBuildersOwnNoiseIsLeftOut() {
        assertThat(BuildLog.readable("#3 transferring context: 2B done")).isEmpty();
        assertThat(BuildLog.readable("#9 DONE 0.1s")).isEmpty();
        assertThat(BuildLog.readable("#5 sha256:0123 1.2MB / 3MB")).isEmpty();
        assertThat(BuildLog.readable("")).isEmpty();
    }
}
