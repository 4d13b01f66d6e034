package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.plan.Planner;
import io.github.fullstackmaven.report.PlanTable;
import io.github.fullstackmaven.scan.DiskTree;

/** Works out what the repository holds; the first step of every goal that needs to know. */
final class Planning {
    private final Workshop workshop;

    Planning(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Returns the plan, whatever its findings are. */
    Plan plan(Inputs inputs) {
        return Planner.plan(inputs.request(), new DiskTree(inputs.location().monorepo()));
    }

    /**
     * Returns the application, after what is to be said about it was said; throws when something
     * has to be settled first.
     */
    Application settled(Inputs inputs) {
        Plan plan = plan(inputs);
        PlanTable.findings(plan, workshop.console());
        if (!plan.errors().isEmpty()) {
            throw FullstackException.project(plan.errors());
        }
        return plan.application();
    }
}
