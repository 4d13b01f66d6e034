package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.check.Patch;
import io.github.fullstackmaven.check.SourceGuard;
import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.OneLine;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.report.ExplanationList;
import io.github.fullstackmaven.report.PlanJson;
import io.github.fullstackmaven.report.PlanTable;
import io.github.fullstackmaven.scan.DiskTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints what the repository holds and why, and writes {@code plan.json}; suggests a change of the
 * sources where that would mend what the guards say, and writes it to {@code fix.patch}.
 */
public final class Detect {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Workshop workshop;

    public Detect(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Prints which rules fired and which nearly did, for every directory with a manifest. */
    public void explain(Inputs inputs) {
        DiskTree tree = new DiskTree(inputs.location().monorepo());
        ExplanationList.print(new Detector(tree).explain(), workshop.console());
    }

    /** Writes the plan, also when something has to be settled first, and then throws. */
    public void run(Inputs inputs) {
        Plan plan = new Planning(workshop).plan(inputs);
        PlanTable.print(plan, workshop.console());
        suggest(inputs, plan);
        Path file = inputs.location().output().resolve("plan.json");
        workshop.files().write(file, PlanJson.of(plan));
        workshop.console().info("Plan: " + inputs.location().monorepo().relativize(file));
        if (!plan.errors().isEmpty()) {
            throw FullstackException.project(plan.errors());
        }
    }

    /** Makes the changes that {@link #run} suggests. */
    public void fix(Inputs inputs) {
        Path monorepo = inputs.location().monorepo();
        List<Patch> patches = patches(inputs, new Planning(workshop).plan(inputs));
        patches.forEach(patch -> apply(monorepo, patch));
        if (patches.isEmpty()) {
            workshop.console().info("Nothing to fix: there is no change to suggest");
        }
    }

    private void suggest(Inputs inputs, Plan plan) {
        Path file = inputs.location().output().resolve("fix.patch");
        List<Patch> patches = patches(inputs, plan);
        if (patches.isEmpty()) {
            workshop.files().remove(file);
            return;
        }
        List<String> lines = patches.stream().flatMap(p -> p.unified().stream()).toList();
        workshop.console().info("Suggested:");
        lines.forEach(line -> workshop.console().info(OneLine.of(line.replace("\t", "    "))));
        workshop.files()
                .write(file, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        String written = inputs.location().outputInMonorepo() + "/fix.patch";
        workshop.console().info("To make that change: -Dfullstack.fix, or git apply " + written);
    }

    private static List<Patch> patches(Inputs inputs, Plan plan) {
        DiskTree repository = new DiskTree(inputs.location().monorepo());
        return SourceGuard.look(repository, plan.application()).patches();
    }

    /** A file whose bytes are not those that the change was made for is left as it is. */
    private void apply(Path monorepo, Patch patch) {
        try {
            Path file = monorepo.resolve(patch.path()).toRealPath();
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            String mark = marked ? String.valueOf(BYTE_ORDER_MARK) : "";
            boolean same =
                    Arrays.equals((mark + patch.before()).getBytes(StandardCharsets.UTF_8), bytes);
            if (!same) {
                throw FullstackException.project(
                        Finding.error(
                                        "FS-FIX-001",
                                        "is not in UTF-8, or was changed meanwhile, and is left as"
                                                + " it is",
                                        "make the change by hand, or save the file in UTF-8")
                                .at(patch.path()));
            }
            workshop.files().write(file, mark + patch.after());
            workshop.console().info("Fixed " + patch.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
