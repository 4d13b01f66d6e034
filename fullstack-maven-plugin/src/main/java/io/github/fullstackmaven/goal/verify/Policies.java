package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.check.BlockedByPolicy;
import io.github.fullstackmaven.check.BlockedByPolicy.Blocked;
import io.github.fullstackmaven.check.ServedPolicy;
import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether the policy that a page is served with lets a browser use what stands in it. */
final class Policies {
    private static final String ID = "FS-VERIFY-018";
    private static final String ENFORCED = "content-security-policy";
    private static final String REPORTED = "content-security-policy-report-only";

    private Policies() {}

    /** Returns the policy that a page is served with, in force or only reporting. */
    static Optional<ServedPolicy> of(Answer page) {
        return Optional.of(page.header(ENFORCED).isEmpty() ? REPORTED : ENFORCED)
                .map(page::header)
                .filter(value -> !value.isEmpty())
                .map(ServedPolicy::of);
    }

    /** Returns a verdict for each thing that is blocked; nothing where all may be used. */
    static List<Verdict> blocked(Answer page, URI url) {
        List<Blocked> blocked =
                of(page).map(p -> BlockedByPolicy.in(page.text(), url, p)).orElse(List.of());
        boolean inForce = !page.header(ENFORCED).isEmpty();
        return blocked.stream()
                .map(b -> Verdict.unwell("policy", finding(b, url.getRawPath(), inForce)))
                .toList();
    }

    private static Finding finding(Blocked blocked, String path, boolean inForce) {
        return Finding.warning(
                        ID,
                        path + ": " + blocked.directive() + " blocks " + blocked.what(),
                        blocked.directive().startsWith("style")
                                ? "move the style to a file of the front end"
                                : "load it from this site, or name its origin in <allowedOrigins>")
                .as(inForce && blocked.code() ? Severity.ERROR : Severity.WARNING);
    }
}
