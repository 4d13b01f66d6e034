package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.source.PortName;
import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the port that a program of no framework listens on from its sources. */
final class SourcePort {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?<![:\"])//[^\\n]*");

    /** {@code getenv("PORT")}, {@code getenv().getOrDefault("PORT", …)}, {@code env("PORT", …)}. */
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?i)\\b\\w*(?:env|getProperty|getInteger)\\s*(?:\\(\\s*\\)\\s*\\.\\s*\\w+\\s*)?"
                            + "[\\[(]\\s*\"([\\w.]*port)\"\\s*([^;}\\n]{0,200})");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])([1-9]\\d{1,4})(?![\\w.])");

    /** {@code new InetSocketAddress(8080)}, {@code vertx….listen(8080)}, {@code start(7070)}. */
    private static final Pattern CALL =
            Pattern.compile(
                    "\\b(?:InetSocketAddress|ServerSocket|listen|setPort|withPort|forPort|port|start"
                            + "|createServer|addHttpListener|embeddedServer)\\s*\\(\\s*"
                            + "(?:(?:\"(?:0\\.0\\.0\\.0|::|localhost|127\\.0\\.0\\.1)\"|[A-Z]\\w*)\\s*,\\s*)?"
                            + "(?:port\\s*=\\s*)?(\\w+)\\s*[,)]");

    private final List<Found> found = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();

    /** A port, how directly it is said (0 most), and where. */
    private record Found(int port, int rank, String place) {}

    SourcePort(List<MainClasses.Source> sources) {
        for (MainClasses.Source source : sources) {
            String text =
                    COMMENT.matcher(source.text())
                            .replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
            fromVariables(source.path(), text);
            fromCalls(source.path(), text);
        }
    }

    Optional<Sourced<Integer>> read() {
        return found.stream()
                .min(Comparator.comparingInt(Found::rank))
                .map(best -> new Sourced<>(best.port(), best.place()));
    }

    /** Returns the file that takes the port from the variable {@code PORT}. */
    Optional<String> variable() {
        return variables.stream().findFirst();
    }

    private void fromVariables(String path, String text) {
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            String name = variable.group(1);
            if (name.equals("PORT") && !variable.group().contains("Property")) {
                variables.add(path);
            }
            Matcher fallback = NUMBER.matcher(variable.group(2));
            if (PortName.isPort(name) && fallback.find()) {
                add(
                        fallback.group(1),
                        PortName.rank(name),
                        path,
                        text,
                        variable.start(2) + fallback.start());
            }
        }
    }

    private void fromCalls(String path, String text) {
        Matcher call = CALL.matcher(text);
        while (call.find()) {
            String argument = call.group(1);
            if (NUMBER.matcher(argument).matches()) {
                add(argument, 100, path, text, call.start(1));
            } else {
                fromConstant(argument, path, text);
            }
        }
    }

    /** {@code int PORT = 8080;}, in the same file. */
    private void fromConstant(String name, String path, String text) {
        Matcher constant =
                Pattern.compile(
                                "\\b"
                                        + Pattern.quote(name)
                                        + "\\s*(?::\\s*\\w+\\s*)?=\\s*([1-9]\\d{1,4})\\s*(?:;|$)",
                                Pattern.MULTILINE)
                        .matcher(text);
        if (constant.find()) {
            add(constant.group(1), 101, path, text, constant.start(1));
        }
    }

    private void add(String number, int rank, String path, String text, int at) {
        int port = Integer.parseInt(number);
        if (port <= 65535 && (port >= 1024 || port == 80)) {
            long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
            found.add(new Found(port, rank, path + ":" + line));
        }
    }
}
