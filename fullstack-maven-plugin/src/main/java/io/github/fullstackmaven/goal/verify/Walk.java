package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.check.PageReferences;
import io.github.fullstackmaven.check.PageReferences.File;
import io.github.fullstackmaven.check.PageReferences.Kind;
import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite;
import io.github.fullstackmaven.host.HttpSite.Request;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Goes from the start page to the pages that links lead to, and asks for every file that they and
 * their style sheets refer to.
 */
final class Walk {
    private static final String LINK = "FS-VERIFY-031";
    private static final String FILE = "FS-VERIFY-030";
    private static final int MOST_PAGES = 20;
    private static final int MOST_FILES = 300;
    private static final int MOST_REDIRECTS = 5;

    private final HttpSite site;
    private final Runnable checkpoint;
    private final String start;
    private final URI origin;
    private final Predicate<String> isRoute;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Set<String> seenPages = new HashSet<>();
    private final Set<String> seenFiles = new HashSet<>();
    private final Deque<String> pages = new ArrayDeque<>();
    private final Deque<File> files = new ArrayDeque<>();
    private int left;

    /**
     * Takes where to go.
     *
     * @param origin the site's address, as its visitors write it
     * @param isRoute whether a path is a back end's, and so no page
     * @param checkpoint ends the walk when the user wants it
     * @param start the path of the first page
     */
    Walk(HttpSite site, URI origin, Predicate<String> isRoute, Runnable checkpoint, String start) {
        this.start = start;
        this.checkpoint = checkpoint;
        this.site = site;
        this.origin = origin;
        this.isRoute = isRoute;
    }

    /** Goes, and returns what there is to say. */
    List<Verdict> verdicts() {
        pages.add(start);
        while (!pages.isEmpty()) {
            checkpoint.run();
            String path = pages.remove();
            if (seenPages.size() == MOST_PAGES) {
                left++;
            } else if (seenPages.add(path)) {
                page(path);
            }
        }
        int bad = verdicts.size();
        while (!files.isEmpty()) {
            checkpoint.run();
            File file = files.remove();
            if (seenFiles.size() == MOST_FILES) {
                left++;
            } else if (seenFiles.add(file.path())) {
                file(file);
            }
        }
        if (verdicts.size() == bad) {
            verdicts.add(
                    Verdict.well(
                            FILE,
                            "what pages load",
                            seenFiles.size()
                                    + " files of "
                                    + seenPages.size()
                                    + " pages, all of the right type"
                                    + (left > 0 ? "; " + left + " more not asked for" : "")));
        }
        return List.copyOf(verdicts);
    }

    private void page(String path) {
        Answer answer = followed(path);
        if (answer.status() >= 400 || answer.status() == 0) {
            verdicts.add(
                    Verdict.unwell(
                            "link",
                            Finding.warning(
                                    LINK,
                                    "a link leads to " + path + ": " + answer.summary(),
                                    "correct the link, or let the front end have that page")));
        }
        if (!answer.type().equals("text/html")) {
            return;
        }
        URI url = origin.resolve(path);
        verdicts.addAll(Policies.blocked(answer, url));
        PageReferences references = PageReferences.of(answer.text(), url);
        files.addAll(references.files());
        references.pages().stream().filter(isRoute.negate()).forEach(pages::add);
    }

    /** Follows redirects within the site. */
    private Answer followed(String path) {
        String at = path;
        Answer answer = site.ask(Request.get(at));
        for (int i = 0; i < MOST_REDIRECTS && answer.status() / 100 == 3; i++) {
            Optional<URI> to = target(answer.header("location"), at);
            if (to.isEmpty()) {
                return answer;
            }
            if (!origin.getRawAuthority().equals(to.get().getRawAuthority())) {
                verdicts.add(elsewhere(at, to.get()));
                return answer;
            }
            at = to.get().getRawPath();
            answer = site.ask(Request.get(at.isEmpty() ? "/" : at));
        }
        return answer;
    }

    private Optional<URI> target(String location, String from) {
        try {
            return location.isEmpty()
                    ? Optional.empty()
                    : Optional.of(origin.resolve(from).resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Verdict elsewhere(String path, URI to) {
        return Verdict.unwell(
                "redirect",
                Finding.warning(
                        "FS-VERIFY-032",
                        path + " leads to another origin: " + to,
                        "redirect by a path, or by the origin in PUBLIC_URL"));
    }

    private void file(File file) {
        Answer answer = site.ask(Request.get(file.path()));
        boolean is = answer.status() == 200 && file.kind().takes(answer.type());
        if (!is) {
            verdicts.add(
                    Verdict.unwell(
                            "what pages load",
                            Finding.error(
                                    FILE,
                                    file.path()
                                            + ": "
                                            + answer.summary()
                                            + ", wanted as "
                                            + name(file),
                                    "let the front end's build leave that file, or correct the"
                                            + " reference")));
        } else if (file.kind() == Kind.STYLE) {
            files.addAll(PageReferences.ofStyles(answer.text(), origin.resolve(file.path())));
        }
    }

    private static String name(File file) {
        return switch (file.kind()) {
            case SCRIPT -> "a script";
            case STYLE -> "a style sheet";
            case IMAGE -> "an image";
            case FONT -> "a font";
            case MANIFEST -> "a manifest";
            case OTHER -> "a file";
        };
    }

    /** Returns the first files of each kind of name, whose headers are worth a look. */
    List<String> somePaths() {
        return seenFiles.stream()
                .map(f -> f.split("\\?", 2)[0])
                .sorted()
                .filter(f -> f.startsWith("/assets/"))
                .limit(2)
                .toList();
    }
}
