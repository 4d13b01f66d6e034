package io.github.fullstackmaven.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source map of version 3. What it says is a claim that its reader has to check: maps are broken,
 * out of date, or made up.
 *
 * @param sources the names of the original files, with {@code sourceRoot} before them
 * @param mappings what stands where, encoded
 */
record SourceMap(List<String> sources, String mappings) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_SOURCES = 100_000;
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int CONTINUED = 32;
    private static final int BITS = 5;

    /** Where something stood before it was built; line from 1. */
    record Original(String source, int line) {}

    /** Reads a map without what it keeps of the sources; empty for what is none. */
    static Optional<SourceMap> parse(String json) {
        List<String> sources = new ArrayList<>();
        String root = "";
        String mappings = "";
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("sourceRoot") && token == JsonToken.VALUE_STRING) {
                    root = parser.getText();
                } else if (name.equals("mappings") && token == JsonToken.VALUE_STRING) {
                    mappings = parser.getText();
                } else if (name.equals("sources") && token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        if (sources.size() >= MOST_SOURCES || parser.currentToken() == null) {
                            return Optional.empty();
                        }
                        sources.add(
                                parser.currentToken() == JsonToken.VALUE_STRING
                                        ? parser.getText()
                                        : "");
                        parser.skipChildren();
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException broken) {
            return Optional.empty();
        }
        String before = root.isEmpty() || root.endsWith("/") ? root : root + "/";
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SourceMap(sources.stream().map(s -> before + s).toList(), mappings));
    }

    /**
     * Returns where a place of the built file comes from.
     *
     * @param line the line, from 1
     * @param column the column, from 1
     */
    Optional<Original> original(int line, int column) {
        int builtLine = 1;
        long builtColumn = 0;
        long[] state = new long[3];
        Optional<Original> nearest = Optional.empty();
        int at = 0;
        while (at < mappings.length() && builtLine <= line) {
            char c = mappings.charAt(at);
            if (c == ';' || c == ',') {
                if (c == ';') {
                    builtLine++;
                    builtColumn = 0;
                }
                at++;
                continue;
            }
            long[] fields = new long[5];
            int count = 0;
            while (at < mappings.length() && ",;".indexOf(mappings.charAt(at)) < 0) {
                long[] read = number(at);
                if (read.length == 0 || count == fields.length) {
                    return Optional.empty();
                }
                fields[count++] = read[0];
                at = (int) read[1];
            }
            builtColumn += fields[0];
            if (count >= 4) {
                state[0] += fields[1];
                state[1] += fields[2];
                state[2] += fields[3];
            }
            if (builtLine == line && builtColumn >= column) {
                return nearest;
            }
            if (builtLine == line) {
                nearest = count >= 4 ? place(state) : Optional.empty();
            }
        }
        return nearest;
    }

    private Optional<Original> place(long... state) {
        boolean known =
                state[0] >= 0
                        && state[0] < sources.size()
                        && state[1] >= 0
                        && state[1] < Integer.MAX_VALUE;
        return known
                ? Optional.of(new Original(sources.get((int) state[0]), (int) state[1] + 1))
                : Optional.empty();
    }

    /** Returns a number and where the next begins; nothing where there is none. */
    private long[] number(int from) {
        long value = 0;
        int shift = 0;
        for (int at = from; at < mappings.length() && shift <= 30; at++) {
            int digit = DIGITS.indexOf(mappings.charAt(at));
            if (digit < 0) {
                return new long[0];
            }
            value |= (long) (digit & (CONTINUED - 1)) << shift;
            shift += BITS;
            if ((digit & CONTINUED) == 0) {
                return new long[] {(value & 1) == 1 ? -(value >> 1) : value >> 1, at + 1};
            }
        }
        return new long[0];
    }
}
