package io.github.fullstackmaven.goal.verify.browser;

import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.FileStore;
import io.github.fullstackmaven.host.browser.BrowserException;
import io.github.fullstackmaven.host.browser.Chromium;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at pages with the machine's Chromium: the first one, and those that its links lead to. */
public final class BrowserLook {
    private static final String ID = "FS-VERIFY-050";
    private static final int MOST_PAGES = 8;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Commands commands;
    private final FileStore files;
    private final Path pictures;
    private final List<String> taken = new ArrayList<>();

    /**
     * Takes what looking needs.
     *
     * @param pictures the directory of the pictures that are kept; what is in it is removed
     */
    public BrowserLook(Commands commands, FileStore files, Path pictures) {
        this.commands = commands;
        this.files = files;
        this.pictures = pictures;
    }

    /** Returns the names of the pictures that were taken, relative to the directory's parent. */
    public List<String> pictures() {
        return List.copyOf(taken);
    }

    /**
     * Looks. Without a browser there is a remark: what was not made is no pass.
     *
     * @param browser the executable that the user names, or {@code none}; absent: one on {@code
     *     PATH}
     * @param origin the site's address, whose host leads to this machine
     * @param headers headers of every request
     * @param isRoute whether a path is a back end's, and so no page
     * @param checkpoint ends the look when the user wants it
     */
    public List<Verdict> verdicts(
            Optional<String> browser,
            URI origin,
            Map<String, String> headers,
            Predicate<String> isRoute,
            Runnable checkpoint) {
        files.remove(pictures);
        if (browser.filter("none"::equals).isPresent()) {
            return List.of(none("the user wants none"));
        }
        Optional<Path> program =
                browser.map(Path::of)
                        .or(
                                () ->
                                        ChromiumFinder.on(
                                                commands.variable("PATH").orElse(""),
                                                Files::isExecutable));
        if (program.isEmpty()) {
            return List.of(
                    none("none of " + String.join(", ", ChromiumFinder.NAMES) + " is on the PATH"));
        }
        List<Sight> sights = new ArrayList<>();
        List<Verdict> all = new ArrayList<>();
        try (Chromium chromium = Chromium.start(commands, program.get(), origin.getHost())) {
            Visit visit = new Visit(chromium.tools(), checkpoint, headers);
            all.addAll(journey(visit, origin, isRoute, checkpoint, sights));
        } catch (BrowserException e) {
            all.add(
                    Verdict.unwell(
                            "browser",
                            Finding.warning(
                                    ID,
                                    program.get() + " failed: " + e.getMessage(),
                                    "see whether it starts by hand (--headless); with"
                                            + " -Dfullstack.browser=none it is left out")));
        }
        if (!sights.isEmpty()) {
            all.addAll(0, new SightChecks(origin).of(sights));
        }
        return List.copyOf(all);
    }

    private static Verdict none(String why) {
        return Verdict.unwell(
                "browser",
                Finding.info(
                        ID,
                        "no page was looked at in a browser: " + why,
                        "install Chromium, or set -Dfullstack.browser=/path/of/one"));
    }

    private List<Verdict> journey(
            Visit visit,
            URI origin,
            Predicate<String> isRoute,
            Runnable checkpoint,
            List<Sight> sights) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(next);
        while (!next.isEmpty() && sights.size() < MOST_PAGES && System.nanoTime() < end) {
            checkpoint.run();
            String path = next.remove();
            Sight sight = visit.to(origin + path, path);
            sights.add(sight);
            sight.picture().ifPresent(p -> keep(path, p));
            sight.links().stream()
                    .filter(isRoute.negate())
                    .filter(BrowserLook::isPage)
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return next.isEmpty()
                ? List.of()
                : List.of(
                        Verdict.unwell(
                                "browser",
                                Finding.info(
                                        ID,
                                        next.size() + " more pages were not looked at",
                                        "nothing; " + MOST_PAGES + " are looked at at most")));
    }

    /** A file is no page, and a browser would download it. */
    private static boolean isPage(String path) {
        String last = path.split("[?#]", 2)[0].replaceFirst(".*/", "");
        return !last.contains(".") || last.matches(".*\\.(html?|xhtml)");
    }

    private void keep(String path, byte[] picture) {
        String name = path.equals("/") ? "start" : path.replaceAll("[^A-Za-z0-9]+", "-");
        String words = name.replaceAll("^-|-$", "");
        String file =
                String.format(
                        Locale.ROOT,
                        "%02d-%s.png",
                        taken.size() + 1,
                        words.substring(0, Math.min(40, words.length())));
        files.write(pictures.resolve(file), picture);
        taken.add(pictures.getFileName() + "/" + file);
    }
}
