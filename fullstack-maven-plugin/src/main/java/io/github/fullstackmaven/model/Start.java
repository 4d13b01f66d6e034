package io.github.fullstackmaven.model;

import java.util.List;
import java.util.Optional;

/**
 * How a service is started.
 *
 * @param kind {@code static}, {@code script}, {@code file}, {@code module}, {@code wsgi}, {@code
 *     asgi}, {@code binary}, {@code jar}, {@code shell} or {@code none}
 * @param argv the command in exec form, as run inside the image; empty for {@code static} and
 *     {@code none}
 * @param entry the script's name, the file, {@code module:attribute}, the binary or the jar
 */
public record Start(String kind, List<String> argv, Optional<String> entry) {
    public Start {
        argv = List.copyOf(argv);
    }

    /** Returns the start of files that the gateway serves. */
    public static Start ofStaticFiles() {
        return new Start("static", List.of(), Optional.empty());
    }

    /** Returns the start of one binary. */
    public static Start ofBinary(String name) {
        return new Start("binary", List.of("/app/" + name), Optional.of(name));
    }
}
