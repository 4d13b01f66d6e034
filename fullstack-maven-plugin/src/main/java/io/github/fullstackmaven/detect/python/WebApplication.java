package io.github.fullstackmaven.detect.python;

import java.util.Optional;

/**
 * The object that a server serves.
 *
 * @param place {@code file:line} of its definition
 * @param root the directory that modules are found in, relative to the service; {@code .} is its
 *     own
 * @param module the module that holds it
 * @param attribute its name in the module
 * @param factory whether the attribute is a function that makes it
 * @param protocol how a server talks to it
 * @param framework what made it, where that shows
 */
record WebApplication(
        String place,
        String root,
        String module,
        String attribute,
        boolean factory,
        Protocol protocol,
        Optional<String> framework) {
    /** How a server talks to an application. */
    enum Protocol {
        WSGI,
        ASGI
    }

    /** Returns {@code module:attribute}. */
    String entry() {
        return module + ":" + attribute;
    }
}
