package io.github.fullstackmaven.goal.verify.browser;

import java.util.Optional;

/**
 * Something that went wrong on a page in the browser.
 *
 * @param kind of what kind it is
 * @param text what happened, one line
 * @param url what it is about; empty where it is about nothing that is loaded
 * @param status the answer's status; 0 without one
 * @param place script, line and column, as far as the browser knows them
 */
record Complaint(Kind kind, String text, String url, int status, Optional<String> place) {
    /** Kinds of complaints. */
    enum Kind {
        /** A script threw something that nobody caught. */
        EXCEPTION,
        /** A script wrote an error to the console. */
        CONSOLE,
        /** The policy blocked something. */
        BLOCKED,
        /** A policy that only reports would block something. */
        REPORTED,
        /** A request was answered with an error, or not at all. */
        REQUEST
    }

    /** A complaint that is about nothing that is loaded. */
    static Complaint of(Kind kind, String text, Optional<String> place) {
        return new Complaint(kind, text, "", 0, place);
    }
}
