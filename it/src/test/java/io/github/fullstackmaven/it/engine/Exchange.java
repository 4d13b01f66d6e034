package io.github.fullstackmaven.it.engine;

import io.github.fullstackmaven.it.http.Answer;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of a table of answers: what is asked, and what has to come back.
 *
 * @param method the method
 * @param path the path, as it is written
 * @param sent header lines besides {@code Host}
 * @param status the status that is expected
 * @param headers the values that are expected, by name in lower case; empty: there is none
 */
record Exchange(
        String method, String path, List<String> sent, int status, Map<String, String> headers) {

    static Exchange of(String method, String path, int status) {
        return new Exchange(method, path, List.of(), status, Map.of());
    }

    /** Returns the same with another header line that is sent. */
    Exchange sending(String line) {
        List<String> lines = new ArrayList<>(sent);
        lines.add(line);
        return new Exchange(method, path, lines, status, headers);
    }

    /** Returns the same with another value that is expected. */
    Exchange has(String name, String value) {
        return has(Map.of(name, value));
    }

    /** Returns the same with other values that are expected. */
    Exchange has(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(values);
        return new Exchange(method, path, sent, status, all);
    }

    /** Returns what is sent to a host, to be closed after the answer. */
    String request(String host) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        text.append("Host: ").append(host).append("\r\nConnection: close\r\n");
        sent.forEach(line -> text.append(line).append("\r\n"));
        return text + "\r\n";
    }

    /** Returns everything in which an answer is not what is expected. */
    List<String> differences(Answer answer) {
        List<String> differences = new ArrayList<>();
        if (answer.status() != status) {
            differences.add("status " + answer.status() + " instead of " + status);
        }
        headers.forEach(
                (name, value) -> {
                    String found = String.join(" + ", answer.headers().allValues(name));
                    if (!found.equals(value)) {
                        differences.add(name + ": '" + found + "' instead of '" + value + "'");
                    }
                });
        return differences;
    }

    /** Reads an answer as it came over the line: status line, headers, body. */
    static Answer read(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text.strip() : text.substring(0, end);
        String[] lines = head.split("\r?\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                end < 0 ? "" : text.substring(end + 4));
    }

    @Override
    public String toString() {
        return method + " " + path + (sent.isEmpty() ? "" : " " + sent);
    }
}
