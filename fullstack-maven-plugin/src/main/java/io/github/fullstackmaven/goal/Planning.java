package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.check.SourceGuard;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.plan.Planner;
import io.github.fullstackmaven.plan.Strictness;
import io.github.fullstackmaven.report.PlanTable;
import io.github.fullstackmaven.scan.DiskTree;
import java.util.ArrayList;
import java.util.List;

/** Works out what the repository holds; the first step of every goal that needs to know. */
final class Planning {
    private final Workshop workshop;

    Planning(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Returns the plan with what the guards say of the sources, whatever its findings are. */
    Plan plan(Inputs inputs) {
        DiskTree repository = new DiskTree(inputs.location().monorepo());
        Plan plan = Planner.plan(inputs.request(), repository);
        List<Finding> findings = new ArrayList<>(plan.findings());
        findings.addAll(
                Strictness.apply(
                        inputs.request(),
                        SourceGuard.look(repository, plan.application()).findings()));
        return new Plan(plan.application(), findings);
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
