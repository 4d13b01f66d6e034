package io.github.fullstackmaven.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the column of {@code ps} that names published ports; not every engine can filter by it. */
final class PublishedPorts {
    /** {@code 0.0.0.0:8080->80/tcp}, {@code [::]:8000-8010->8000-8010/tcp}. */
    private static final Pattern PUBLISHED = Pattern.compile(":(\\d+)(?:-(\\d+))?->");

    private PublishedPorts() {}

    /**
     * Returns who publishes a port, sorted.
     *
     * @param listed a line each: name, tabulator, ports
     */
    static List<String> publishers(String listed, int port) {
        return listed.lines()
                .map(line -> line.split("\t", 2))
                .filter(words -> words.length == 2 && covers(words[1], port))
                .map(words -> words[0])
                .sorted()
                .toList();
    }

    private static boolean covers(String ports, int port) {
        Matcher range = PUBLISHED.matcher(ports);
        while (range.find()) {
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            if (first <= port && port <= last) {
                return true;
            }
        }
        return false;
    }
}
