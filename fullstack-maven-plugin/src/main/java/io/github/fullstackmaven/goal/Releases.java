package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.deploy.Inspection;
import io.github.fullstackmaven.deploy.Release;
import io.github.fullstackmaven.engine.Engines;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.report.Amount;
import io.github.fullstackmaven.report.Moment;
import io.github.fullstackmaven.report.ReleasesJson;
import io.github.fullstackmaven.report.Table;
import java.util.List;

/** Lists the releases of a deployed application. */
public final class Releases {
    private static final int OTHERS = 10;

    private final Workshop workshop;
    private final String engineName;

    /**
     * Takes what looking needs.
     *
     * @param engineName {@code auto}, or an engine's name
     */
    public Releases(Workshop workshop, String engineName) {
        this.workshop = workshop;
        this.engineName = engineName;
    }

    /**
     * Prints the live release, those that one can go back to, and the last ten of the others, and
     * writes all of them to {@code releases.json}.
     */
    public void run(Inputs inputs) {
        Application application = Deployed.application(inputs.request());
        List<Release> releases =
                new Inspection(Engines.find(engineName, workshop.commands())).releases(application);
        print(application, releases);
        workshop.files()
                .write(
                        inputs.location().output().resolve("releases.json"),
                        json(application, releases).text());
    }

    private void print(Application application, List<Release> releases) {
        String name = application.name() + " " + application.environment();
        if (releases.isEmpty()) {
            workshop.console().info(name + ": nothing was ever deployed");
            return;
        }
        Table table =
                new Table(
                        "RELEASE", "STATE", "TIME (UTC)", "TOOK", "BY", "REVISION", "IMAGE", "WHY");
        int others = 0;
        for (Release release : releases) {
            if (release.isLive() || release.isKept() || others++ < OTHERS) {
                table.row(
                        release.name(),
                        release.state(),
                        release.time().map(Moment::of).orElse(""),
                        release.took().map(Amount::of).orElse(""),
                        release.by().orElse(""),
                        release.revision().map(Releases::shortRevision).orElse(""),
                        release.image().orElse(""),
                        release.cause().orElse(""));
            }
        }
        workshop.console().info(name);
        table.lines().forEach(line -> workshop.console().info("  " + line));
    }

    /** As git shortens them; what comes after it, like {@code -dirty}, stays. */
    private static String shortRevision(String revision) {
        return revision.replaceFirst("^([0-9a-f]{12})[0-9a-f]{28}", "$1");
    }

    private static ReleasesJson json(Application application, List<Release> releases) {
        return new ReleasesJson(
                application.name(),
                application.environment(),
                releases.stream()
                        .map(
                                r ->
                                        new ReleasesJson.Entry(
                                                r.name(),
                                                r.state(),
                                                r.isLive(),
                                                r.time(),
                                                r.took(),
                                                r.by(),
                                                r.cause(),
                                                r.image(),
                                                r.imageId(),
                                                r.revision()))
                        .toList());
    }
}
