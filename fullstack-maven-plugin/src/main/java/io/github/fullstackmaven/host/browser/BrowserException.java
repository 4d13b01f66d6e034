package io.github.fullstackmaven.host.browser;

/** A browser did not start, did not answer, or is gone. */
public class BrowserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrowserException(String message) {
        super(message);
    }
}
