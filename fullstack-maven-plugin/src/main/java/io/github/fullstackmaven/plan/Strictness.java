package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import java.util.List;
import java.util.Map;

/** Decides how bad findings are for this application. */
public final class Strictness {
    private Strictness() {}

    /** Warnings become errors where it is strict, and remarks where the user ignores them. */
    public static List<Finding> apply(Request request, List<Finding> findings) {
        return findings.stream().map(finding -> apply(request, finding)).toList();
    }

    private static Finding apply(Request request, Finding finding) {
        if (finding.severity() != Severity.WARNING) {
            return finding;
        }
        Map<String, String> ignored = request.ignoredFindings();
        if (ignored.containsKey(finding.id())) {
            return finding.as(Severity.INFO)
                    .saying(finding.message() + " (ignored: " + ignored.get(finding.id()) + ")");
        }
        return request.strict() ? finding.as(Severity.ERROR) : finding;
    }
}
