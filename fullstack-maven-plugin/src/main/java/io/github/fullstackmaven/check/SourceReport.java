package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Finding;
import java.util.List;

/**
 * What a look at the sources of pages gives.
 *
 * @param findings what is to be said
 * @param patches what would mend some of it, a file at most once
 */
public record SourceReport(List<Finding> findings, List<Patch> patches) {
    public SourceReport {
        findings = List.copyOf(findings);
        patches = List.copyOf(patches);
    }
}
