package io.github.fullstackmaven.model;

import java.util.Optional;

/**
 * What stands in start commands and in what a framework wants in its environment for values that
 * are settled later: {@code {port}}, {@code {host}} (where to bind), {@code {url}} (the
 * application's own origin) and {@code {domain}} (the name in it).
 *
 * @param port where the process listens; absent for one that does not
 * @param host the address that it binds to
 */
public record Placeholders(Optional<Integer> port, String host) {
    /** Returns those of a process in a layout. */
    public static Placeholders of(Service process, Layout layout) {
        // In one container only the gateway talks to a process: nobody gets around it.
        String host = layout == Layout.SINGLE ? "127.0.0.1" : "0.0.0.0";
        return new Placeholders(process.port().map(Sourced::value), host);
    }

    /** Returns true when everything that the text needs of the process is known. */
    public boolean know(String text) {
        return port.isPresent() || !text.contains("{port}");
    }

    /** Returns the text with port and host in it. */
    public String fill(String text) {
        return withPort(text).replace("{host}", host);
    }

    /** Returns the text with the port in it. */
    public String withPort(String text) {
        return text.replace("{port}", port.map(String::valueOf).orElse(""));
    }
}
