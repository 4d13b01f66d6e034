package io.github.fullstackmaven.check;

/** What a page does with an address, by the directive of its policy that has a say in it. */
enum Use {
    /** Asks it: {@code fetch}, XHR, a WebSocket, a base of such calls. */
    CONNECT("connect-src", "calls"),
    /** Runs a script from there. */
    SCRIPT("script-src", "loads a script from"),
    /** Takes a style sheet from there. */
    STYLE("style-src", "loads a style sheet from"),
    /** Shows an image from there. */
    IMAGE("img-src", "loads an image from"),
    /** Takes a font from there. */
    FONT("font-src", "loads a font from"),
    /** Plays what is there. */
    MEDIA("media-src", "plays what is at"),
    /** Shows a page from there within itself. */
    FRAME("frame-src", "shows a frame with"),
    /** Sends a form there. */
    FORM("form-action", "sends a form to"),
    /** Takes all relative addresses as relative to that one. */
    BASE("base-uri", "takes as the base of its addresses"),
    /** Keeps it in a variable or hands it on: what for is not to be seen here. */
    HELD("connect-src", "has the address");

    private final String directive;
    private final String verb;

    Use(String directive, String verb) {
        this.directive = directive;
        this.verb = verb;
    }

    String directive() {
        return directive;
    }

    String verb() {
        return verb;
    }
}
