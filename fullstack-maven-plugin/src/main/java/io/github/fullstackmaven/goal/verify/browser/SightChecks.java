package io.github.fullstackmaven.goal.verify.browser;

import io.github.fullstackmaven.check.Address;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is to be said of what a browser saw. */
final class SightChecks {
    private static final String SCRIPTS = "FS-VERIFY-051";
    private static final String POLICY = "FS-VERIFY-052";
    private static final String REQUESTS = "FS-VERIFY-053";
    private static final String LOADING = "FS-VERIFY-054";
    private static final String EMPTY = "FS-VERIFY-055";
    private static final String PAGE = "FS-VERIFY-056";
    private static final int MOST = 10;

    private final URI origin;

    /**
     * Takes where the pages are.
     *
     * @param origin the site's own address
     */
    SightChecks(URI origin) {
        this.origin = origin;
    }

    /** Returns a verdict for each thing that is wrong, once for all pages; or that nothing is. */
    List<Verdict> of(List<Sight> sights) {
        Map<Finding, List<String>> pages = new LinkedHashMap<>();
        Map<Finding, String> subjects = new LinkedHashMap<>();
        for (Sight sight : sights) {
            for (Verdict verdict : of(sight)) {
                Finding finding = verdict.problem().orElseThrow();
                pages.computeIfAbsent(finding, f -> new ArrayList<>()).add(sight.path());
                subjects.putIfAbsent(finding, verdict.checkup().subject());
            }
        }
        if (pages.isEmpty()) {
            String seen = sights.size() == 1 ? "one page" : sights.size() + " pages";
            return List.of(Verdict.well(SCRIPTS, "browser", seen + " without a complaint"));
        }
        List<Verdict> all = new ArrayList<>();
        pages.forEach(
                (finding, paths) ->
                        all.add(Verdict.unwell(subjects.get(finding), at(finding, paths))));
        return all.size() <= MOST ? List.copyOf(all) : shortened(all);
    }

    private static List<Verdict> shortened(List<Verdict> all) {
        List<Verdict> some = new ArrayList<>(all.subList(0, MOST));
        boolean errors =
                all.subList(MOST, all.size()).stream()
                        .anyMatch(v -> v.problem().filter(Finding::isError).isPresent());
        String more = (all.size() - MOST) + " more complaints of the browser are not shown";
        String remedy = "mend those above first";
        some.add(
                Verdict.unwell(
                        "browser",
                        errors
                                ? Finding.error(SCRIPTS, more, remedy)
                                : Finding.warning(SCRIPTS, more, remedy)));
        return some;
    }

    private static Finding at(Finding finding, List<String> paths) {
        String more = paths.size() > 1 ? " (and on " + (paths.size() - 1) + " more pages)" : "";
        return finding.saying(paths.get(0) + more + ": " + finding.message());
    }

    private List<Verdict> of(Sight sight) {
        List<Verdict> all = new ArrayList<>();
        if (sight.state() == PageState.CRASHED) {
            all.add(
                    Verdict.unwell(
                            "page",
                            Finding.error(
                                    PAGE,
                                    "the page ended its browser's process",
                                    "see what it does without end: loops, memory")));
            return all;
        }
        if (sight.state() == PageState.SILENT) {
            all.add(
                    Verdict.unwell(
                            "page",
                            Finding.error(
                                    PAGE,
                                    "a script of it does not end, so that it answers nothing",
                                    "see what it does without end: loops, waiting")));
        }
        if (sight.status() == 0 || sight.status() >= 400) {
            all.add(
                    Verdict.unwell(
                            "page",
                            Finding.error(
                                    PAGE,
                                    sight.status() == 0
                                            ? "there was no page"
                                            : "it answers " + sight.status(),
                                    "let the gateway answer it, or correct the link")));
        }
        sight.complaints().stream().distinct().map(this::of).forEach(all::add);
        if (sight.state() == PageState.LOADING) {
            all.add(
                    Verdict.unwell(
                            "loading",
                            Finding.warning(
                                    LOADING,
                                    "it is not loaded in time" + waitsFor(sight),
                                    "see what does not answer")));
        } else if (sight.state() == PageState.BUSY) {
            all.add(
                    Verdict.unwell(
                            "loading",
                            Finding.info(
                                    LOADING,
                                    "it never got idle" + waitsFor(sight),
                                    "nothing, where it asks all the time by design")));
        }
        boolean loaded = sight.state() == PageState.IDLE || sight.state() == PageState.BUSY;
        if (loaded && sight.empty() && sight.status() < 400) {
            all.add(
                    Verdict.unwell(
                            "page",
                            Finding.warning(
                                    EMPTY,
                                    "there is nothing to see on it",
                                    "see the picture, and what else is said of it")));
        }
        return all;
    }

    private static String waitsFor(Sight sight) {
        return sight.unfinished().isEmpty() ? "" : ": waits for " + sight.unfinished().get(0);
    }

    private Verdict of(Complaint complaint) {
        String text =
                complaint.text() + complaint.place().map(p -> ", at " + withoutSite(p)).orElse("");
        return switch (complaint.kind()) {
            case EXCEPTION ->
                    Verdict.unwell(
                            "script",
                            Finding.error(SCRIPTS, text, "mend the script; the place is its own"));
            case CONSOLE ->
                    Verdict.unwell(
                            "console",
                            Finding.warning(SCRIPTS, text, "see what the page complains of"));
            case BLOCKED ->
                    Verdict.unwell("policy", Finding.error(POLICY, text, remedy(complaint)));
            case REPORTED ->
                    Verdict.unwell("policy", Finding.warning(POLICY, text, remedy(complaint)));
            case REQUEST -> Verdict.unwell("request", ofRequest(complaint, text));
        };
    }

    private static boolean isOfTheVisitor(Complaint complaint) {
        return Address.of(complaint.url()).filter(Address::isLoopback).isPresent();
    }

    private String remedy(Complaint complaint) {
        return isOfTheVisitor(complaint)
                ? "that is the visitor's own machine: call the back end by a path, like /api/…"
                : "load it from this site, or name its origin in <allowedOrigins>";
    }

    private Finding ofRequest(Complaint complaint, String text) {
        boolean own =
                complaint
                        .url()
                        .matches(
                                "(https?|wss?)://"
                                        + Pattern.quote(origin.getRawAuthority())
                                        + "(/.*)?");
        if (own && (complaint.status() == 401 || complaint.status() == 403)) {
            return Finding.info(REQUESTS, text, "nothing, where nobody is logged in yet");
        }
        if (own) {
            String remedy = "see the log of whoever answers there, or correct the path";
            return complaint.status() == 0 || complaint.status() >= 500
                    ? Finding.error(REQUESTS, text, remedy)
                    : Finding.warning(REQUESTS, text, remedy);
        }
        return isOfTheVisitor(complaint)
                ? Finding.error(REQUESTS, text, remedy(complaint))
                : Finding.warning(REQUESTS, text, "see whether this machine reaches that site");
    }

    /** A place of this site without the site. */
    private String withoutSite(String place) {
        return place.startsWith(origin + "/") ? place.substring(origin.toString().length()) : place;
    }
}
