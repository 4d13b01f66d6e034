package io.github.fullstackmaven.model;

import java.util.List;

/**
 * What was detected and resolved.
 *
 * @param application the application, as far as it could be made out; complete when no finding is
 *     an error
 * @param findings what is to be said about it, in {@link Finding#ORDER}
 */
public record Plan(Application application, List<Finding> findings) {
    public Plan {
        findings = findings.stream().sorted(Finding.ORDER).distinct().toList();
    }

    /** Returns the findings that stop a build. */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }
}
