package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Verdict;
import io.github.fullstackmaven.plan.Request;
import java.util.List;
import java.util.Map;

/** How bad what was found is for this application: as with findings of the plan. */
public final class Judgement {
    private final boolean strict;
    private final Map<String, String> ignored;

    /** Takes what the user says of findings. */
    public Judgement(Request request) {
        this(request.strict(), request.ignoredFindings());
    }

    Judgement(boolean strict, Map<String, String> ignored) {
        this.strict = strict;
        this.ignored = Map.copyOf(ignored);
    }

    /** Warnings become errors where it is strict, and remarks where the user ignores them. */
    public List<Verdict> of(List<Verdict> verdicts) {
        return verdicts.stream().map(v -> v.judged(this::judged)).toList();
    }

    private Finding judged(Finding finding) {
        if (finding.severity() != Severity.WARNING) {
            return finding;
        }
        if (ignored.containsKey(finding.id())) {
            return Finding.info(
                    finding.id(),
                    finding.message() + " (ignored: " + ignored.get(finding.id()) + ")",
                    finding.remedy());
        }
        return strict ? finding.as(Severity.ERROR) : finding;
    }
}
