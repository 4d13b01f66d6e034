package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What will be started, decided before anything is.
 *
 * @param before what is done once before
 * @param programs what is started and kept
 * @param entry the program whose address a person opens: the front end's, or a back end's
 * @param handovers what the front end's dev server has to hand on
 * @param findings what is to be said about it
 */
public record DevPlan(
        List<Step> before,
        List<DevProgram> programs,
        Optional<String> entry,
        List<Handover> handovers,
        List<Finding> findings) {
    public DevPlan {
        before = List.copyOf(before);
        programs = List.copyOf(programs);
        handovers = List.copyOf(handovers);
        findings = List.copyOf(findings);
    }
}
