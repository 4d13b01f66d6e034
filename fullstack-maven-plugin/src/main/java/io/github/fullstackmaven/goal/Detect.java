package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.report.ExplanationList;
import io.github.fullstackmaven.report.PlanJson;
import io.github.fullstackmaven.report.PlanTable;
import io.github.fullstackmaven.scan.DiskTree;
import java.nio.file.Path;

/** Prints what the repository holds and why, and writes {@code plan.json}. */
public final class Detect {
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
        Path file = inputs.location().output().resolve("plan.json");
        workshop.files().write(file, PlanJson.of(plan));
        workshop.console().info("Plan: " + inputs.location().monorepo().relativize(file));
        if (!plan.errors().isEmpty()) {
            throw FullstackException.project(plan.errors());
        }
    }
}
