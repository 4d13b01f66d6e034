package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at pages as they were built, and names the source where a source map tells it. */
public final class BundleGuard {
    /** That the pages have an address of the developer's own machine. */
    public static final String LOOPBACK = OriginGuard.LOOPBACK;

    private BundleGuard() {}

    /** Returns what is to be said, in the order of the files; nothing is an error yet. */
    public static List<Finding> look(BuiltPages pages, Tree tree, Application application) {
        OriginGuard guard = new OriginGuard(application);
        Originals originals = new Originals(pages, tree, application);
        List<Finding> findings = new ArrayList<>(pages.unread());
        for (Page page : pages.pages()) {
            for (OriginGuard.Fault fault : guard.faults(page.path(), page.text())) {
                Finding finding = guard.finding(fault, "the built page", Optional.empty());
                findings.add(
                        originals
                                .of(page, fault.place(), fault.mention().address())
                                .map(o -> from(finding, page, fault).at(o.path(), o.line()))
                                .orElseGet(() -> finding.at(page.path(), fault.place().line())));
            }
        }
        return findings;
    }

    private static Finding from(Finding finding, Page page, OriginGuard.Fault fault) {
        return new Finding(
                finding.id(),
                finding.severity(),
                finding.file(),
                finding.line(),
                finding.message()
                        .replace(
                                "(column ",
                                "(in " + page.path() + ":" + fault.place().line() + ", column "),
                finding.remedy());
    }
}
