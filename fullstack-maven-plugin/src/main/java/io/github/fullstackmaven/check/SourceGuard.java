package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks at the sources of pages before anything is built. What is one of several values, or stands
 * in a file that asks which environment it is built for, may not get into the pages: that is a
 * remark here, and the built pages tell.
 */
public final class SourceGuard {
    private static final Pattern ASKS_FOR_ENVIRONMENT =
            Pattern.compile(
                    "import\\.meta\\.env\\.(?:DEV|PROD|MODE)\\b|process\\.env\\.NODE_ENV|__DEV__"
                            + "|\\bisDevMode\\(|\\bngDevMode\\b|\\$app/environment");

    private final Application application;
    private final Map<String, String> sources;
    private final OriginGuard guard;
    private final Rewrites rewrites;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Patch> patches = new ArrayList<>();

    private SourceGuard(Tree tree, Application application) {
        this.application = application;
        this.sources = FrontendSources.of(tree, application);
        this.guard = new OriginGuard(application);
        this.rewrites = new Rewrites(application, sources.values());
    }

    /** Looks at the sources of an application's static pages. */
    public static SourceReport look(Tree tree, Application application) {
        SourceGuard guard = new SourceGuard(tree, application);
        guard.sources.forEach(guard::file);
        guard.findings.addAll(ApiBases.look(tree, guard.application));
        return new SourceReport(guard.findings, guard.patches);
    }

    private void file(String path, String text) {
        boolean asks = ASKS_FOR_ENVIRONMENT.matcher(text).find();
        List<OriginGuard.Fault> faults = guard.faults(path, text);
        for (OriginGuard.Fault fault : faults) {
            Optional<String> mended =
                    rewrites.of(text, fault.mention())
                            .map(r -> r.prefix() + fault.mention().address().rest())
                            .or(() -> rewrites.beside(fault.mention()));
            Finding finding =
                    guard.finding(fault, "this", "", mended).at(path, fault.place().line());
            boolean unsure = asks || fault.mention().conditional();
            findings.add(
                    unsure
                            ? finding.as(Severity.INFO)
                                    .saying(finding.message() + ", if it gets into the pages")
                            : finding);
        }
        if (!faults.isEmpty() && !asks) {
            patch(path, text);
        }
    }

    private void patch(String path, String text) {
        StringBuilder mended = new StringBuilder();
        int kept = 0;
        for (Mention mention : Mentions.in(path, text)) {
            Optional<Rewrites.Rewrite> rewrite = rewrites.of(text, mention);
            if (rewrite.isPresent() && mention.offset() >= kept) {
                mended.append(text, kept, mention.offset()).append(rewrite.get().prefix());
                kept = mention.offset() + mention.address().origin().length();
            }
        }
        if (kept > 0) {
            patches.add(new Patch(path, text, mended.append(text, kept, text.length()).toString()));
        }
    }
}
