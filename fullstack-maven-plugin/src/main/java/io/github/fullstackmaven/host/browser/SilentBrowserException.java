package io.github.fullstackmaven.host.browser;

/** The browser, or the page that was asked, did not answer in time. */
public final class SilentBrowserException extends BrowserException {
    private static final long serialVersionUID = 1L;

    public SilentBrowserException(String message) {
        super(message);
    }
}
