package io.github.fullstackmaven.goal.dev;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dev server says that it listens. */
final class PrintedAddress {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1?\\]):(\\d{1,5})\\b");

    private PrintedAddress() {}

    /** Returns the port of an address of this machine in a line. */
    static OptionalInt portIn(String line) {
        Matcher address = ADDRESS.matcher(COLOUR.matcher(line).replaceAll(""));
        if (!address.find()) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(address.group(1));
        return port >= 1 && port <= 65535 ? OptionalInt.of(port) : OptionalInt.empty();
    }
}
