package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.config.ApplicationName;
import io.github.fullstackmaven.config.Context;
import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.Project;
import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.config.Structured;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.goal.init.Coordinates;
import io.github.fullstackmaven.goal.init.ExistingPom;
import io.github.fullstackmaven.goal.init.WrittenSettings;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.render.ProjectFile;
import io.github.fullstackmaven.report.PlanTable;
import io.github.fullstackmaven.scan.DiskTree;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Writes the {@code pom.xml} of a repository that has none, and says what has to be seen to before
 * it is deployed. Touches nothing else, and never a POM that is there.
 */
public final class Init {
    private static final String POM = "pom.xml";

    /** That there is nothing to deploy: most likely this is another directory than was meant. */
    private static final String NOTHING = "FS-DETECT-002";

    private final Workshop workshop;
    private final String pluginVersion;

    /**
     * Takes what writing needs.
     *
     * @param pluginVersion the version of this plugin, which the POM will name
     */
    public Init(Workshop workshop, String pluginVersion) {
        this.workshop = workshop;
        this.pluginVersion = pluginVersion;
    }

    /** A file to write, where its coordinates come from, and the plan that it will give. */
    private record Draft(ProjectFile file, List<String> sources, Plan plan) {}

    /** Writes the file, unless there is one. */
    public void run(Inputs inputs, Map<String, String> typed) {
        Path pom = inputs.location().monorepo().resolve(POM);
        if (isThere(inputs, pom)) {
            return;
        }
        Draft draft = draft(inputs, typed);
        workshop.files().write(pom, draft.file().text());
        workshop.console().info("Wrote " + pom);
        report(draft, inputs);
        workshop.console()
                .info(
                        "Next, in "
                                + inputs.location().monorepo()
                                + ": mvn "
                                + (draft.plan().errors().isEmpty()
                                        ? "fullstack:deploy"
                                        : "fullstack:detect, once that is settled"));
    }

    /** Prints the file that {@link #run} would write. */
    public void dryRun(Inputs inputs, Map<String, String> typed) {
        Path pom = inputs.location().monorepo().resolve(POM);
        if (isThere(inputs, pom)) {
            return;
        }
        Draft draft = draft(inputs, typed);
        workshop.console().info("Would write " + pom + ":");
        draft.file().text().lines().forEach(workshop.console()::info);
        report(draft, inputs);
    }

    /** Returns true where nothing is to be done; refuses to touch somebody else's POM. */
    private boolean isThere(Inputs inputs, Path pom) {
        if (!Files.exists(pom, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        boolean ours =
                new Manifests(new DiskTree(inputs.location().monorepo()))
                        .xml(POM)
                        .filter(ExistingPom::isOurs)
                        .isPresent();
        if (!ours) {
            workshop.console().info("What is missing in <build><plugins> of " + pom + ":");
            ProjectFile.pluginAlone(pluginVersion).forEach(workshop.console()::info);
            throw FullstackException.project(
                    Finding.error(
                                    "FS-INIT-001",
                                    "there is a POM already, without this plugin, and it is never"
                                            + " overwritten",
                                    "add the plugin above to its <build><plugins>, then type mvn"
                                            + " fullstack:deploy")
                            .at(POM));
        }
        workshop.console().info("Nothing changed: " + pom + " is there and names this plugin");
        return true;
    }

    private Draft draft(Inputs inputs, Map<String, String> typed) {
        Plan found = new Planning(workshop).plan(inputs);
        List<Finding> refused = found.errors().stream().filter(Init::stops).toList();
        if (!refused.isEmpty()) {
            throw FullstackException.project(refused);
        }
        Path monorepo = inputs.location().monorepo();
        Coordinates coordinates =
                new Coordinates(
                        new Manifests(new DiskTree(monorepo)), found.application().services());
        Sourced<String> group =
                coordinates.groupId(new Origins(workshop.commands()).of(inputs).source());
        Sourced<String> version = coordinates.version();
        SortedMap<String, String> settings =
                WrittenSettings.of(typed, inputs.request(), monorepo, found);
        String name = inputs.request().name().value();
        Plan plan =
                new Planning(workshop).plan(asWritten(monorepo, name, version.value(), settings));
        ProjectFile file =
                new ProjectFile(
                        group.value(),
                        name,
                        version.value(),
                        title(monorepo, name),
                        settings,
                        WrittenSettings.open(plan),
                        pluginVersion);
        return new Draft(
                file,
                List.of(
                        "groupId " + group.value() + " [" + group.source() + "]",
                        "artifactId " + name + " [" + inputs.request().name().source() + "]",
                        "version " + version.value() + " [" + version.source() + "]"),
                plan);
    }

    /** What was typed and is wrong is to be typed again, not to be written down. */
    private static boolean stops(Finding error) {
        return error.id().equals(NOTHING)
                || error.file().filter(place -> place.startsWith("-Dfullstack.")).isPresent();
    }

    /** Returns what the goals will work from once the file is there. */
    private static Inputs asWritten(
            Path monorepo, String artifactId, String version, SortedMap<String, String> written) {
        Map<String, String> properties = new HashMap<>();
        written.forEach((name, value) -> properties.put(Settings.PREFIX + name, value));
        Settings settings = Settings.of(Map.of(), properties, Map.of(), Map.of());
        Context context =
                new Context(monorepo, Optional.of(new Context.Artifact(artifactId, version)));
        Location location = Location.of(settings, context);
        return new Inputs(
                new RequestReader(settings, context, location).read(Structured.NONE),
                location,
                Optional.of(new Project(version, Optional.empty(), Optional.empty())));
    }

    /** The directory's name, where people know it by another than the artifactId. */
    private static Optional<String> title(Path monorepo, String artifactId) {
        return Optional.ofNullable(monorepo.getFileName())
                .map(Path::toString)
                .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ").strip())
                .filter(text -> !text.isEmpty() && !text.contains("${"))
                .filter(text -> !text.equals(artifactId));
    }

    private void report(Draft draft, Inputs inputs) {
        draft.sources().forEach(workshop.console()::info);
        draft.file()
                .settings()
                .forEach((name, value) -> workshop.console().info(name + " " + value));
        PlanTable.print(draft.plan(), workshop.console());
        draft.plan().errors().forEach(workshop.console()::finding);
        long first =
                draft.plan().findings().stream().filter(f -> f.severity() != Severity.INFO).count();
        workshop.console()
                .info(
                        first == 0
                                ? "Nothing is in the way of a deployment"
                                : first + " of these to be seen to first: each has its remedy");
        if (draft.file().artifactId().equals(ApplicationName.NONE)
                && inputs.request().name().source().equals("directory name")) {
            workshop.console()
                    .finding(
                            Finding.info(
                                    "FS-INIT-002",
                                    "the directory's name has no letter from a to z, so the"
                                            + " application is called "
                                            + ApplicationName.NONE,
                                    "give it another artifactId in " + POM));
        }
    }
}
