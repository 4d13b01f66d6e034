package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses of the developer's own machine in a built bundle: they work nowhere else, and the
 * page's own policy blocks them ({@code FS-ORIGIN-001}). Only addresses with a port are meant:
 * libraries use a bare {@code http://localhost} as the base for parsing paths. Other foreign
 * origins are not judged here.
 */
public final class LoopbackCalls {
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "(?:https?|wss?)://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1\\]):[0-9]{1,5}[^\\s\"'`<>)\\\\]{0,80}");

    private LoopbackCalls() {}

    /** Returns a warning for each place, in the order of the files. */
    public static List<Finding> in(List<Page> pages) {
        List<Finding> findings = new ArrayList<>();
        for (Page page : pages) {
            if (!page.path().endsWith(".map")) {
                Matcher matcher = LOOPBACK.matcher(page.text());
                while (matcher.find()) {
                    findings.add(finding(page, matcher.start(), matcher.group()));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Page page, int offset, String address) {
        String before = page.text().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = offset - before.lastIndexOf('\n');
        return Finding.warning(
                        "FS-ORIGIN-001",
                        "the built page names "
                                + address
                                + " (column "
                                + column
                                + "), which is the visitor's own machine",
                        "call the back end by a path, like /api/…, and let the dev server's proxy do the rest")
                .at(page.path(), line);
    }
}
