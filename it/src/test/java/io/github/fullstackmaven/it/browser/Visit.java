package io.github.fullstackmaven.it.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One page in the browser, with everything that went wrong on it. */
public final class Visit {
    /** Violations are collected before the page's own scripts run. */
    private static final String COLLECT =
            "window.__violations = [];"
                    + "document.addEventListener('securitypolicyviolation', e =>"
                    + " window.__violations.push(e.effectiveDirective + ' ' + e.blockedURI));";

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(Page page) {
        this.page = page;
    }

    static Visit of(Page page, String url) {
        Visit visit = new Visit(page);
        page.addInitScript(COLLECT);
        page.onConsoleMessage(visit::heard);
        page.onPageError(e -> visit.complaints.add("error: " + e));
        page.onRequestFailed(r -> visit.complaints.add("failed: " + r.url() + " " + r.failure()));
        page.navigate(url);
        return visit;
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add("console " + message.type() + ": " + message.text());
        }
    }

    /** Returns the page. */
    public Page page() {
        return page;
    }

    /** Returns console errors and warnings, scripts that failed and requests that failed. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Returns what the page's Content-Security-Policy refused. */
    public List<String> violations() {
        return ((List<?>) page.evaluate("window.__violations"))
                .stream().map(String::valueOf).toList();
    }

    /** Keeps a picture of the page. */
    public void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
