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
                Places.Place place = fault.place();
                String built = "in " + page.path() + ":" + place.line() + ", ";
                findings.add(
                        originals
                                .of(page, place, fault.mention().address())
                                .map(o -> said(guard, fault, built).at(o.path(), o.line()))
                                .orElseGet(
                                        () ->
                                                said(guard, fault, "")
                                                        .at(page.path(), place.line())));
            }
        }
        return findings;
    }

    private static Finding said(OriginGuard guard, OriginGuard.Fault fault, String within) {
        return guard.finding(fault, "the built page", within, Optional.empty());
    }
}
