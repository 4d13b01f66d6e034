package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that the project itself gives for its start: in a Procfile, or as a script of its
 * package manager. A server in it is told the address and the port.
 *
 * @param launch the start
 * @param port the port that the command names
 * @param whole whether that is all of the command
 */
record WrittenCommand(Launch launch, Optional<Sourced<Integer>> port, boolean whole) {
    private static final Set<String> ASYNCHRONOUS = Set.of("uvicorn", "hypercorn", "daphne");
    private static final Set<String> SYNCHRONOUS = Set.of("gunicorn", "waitress-serve");
    private static final Set<String> RUNNERS = Set.of("uv", "poetry", "pdm", "pipenv");
    private static final Pattern PORT_VARIABLE = Pattern.compile("\\$\\{?PORT(?::?-[0-9]+)?}?");
    private static final Pattern ENTRY =
            Pattern.compile("[A-Za-z_][\\w.]*(?::[A-Za-z_]\\w*(?:\\(\\))?)?");
    private static final Pattern PORT = Pattern.compile("(?:.*:)?([1-9][0-9]{1,4})");

    /** Returns the command as a start; empty when only a shell understands it. */
    static Optional<WrittenCommand> of(String text, String source) {
        String[] parts = text.split("&&");
        String last = PORT_VARIABLE.matcher(parts[parts.length - 1].strip()).replaceAll("{port}");
        if (last.matches(".*[|;<>$`*?\\\\].*")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Arrays.stream(last.split("\\s+")).map(WrittenCommand::unquoted).forEach(words::add);
        while (!words.isEmpty() && (words.get(0).equals("exec") || isRunner(words))) {
            words.subList(0, words.get(0).equals("exec") ? 1 : 2).clear();
        }
        if (words.isEmpty() || words.get(0).contains("=")) {
            return Optional.empty();
        }
        Optional<Sourced<Integer>> port = literalPort(words, source);
        String program = words.get(0).replaceFirst("^.*/", "");
        return Optional.of(
                new WrittenCommand(
                        launch(program, words, fileOf(source)), port, parts.length == 1));
    }

    private static boolean isRunner(List<String> words) {
        return words.size() > 2 && RUNNERS.contains(words.get(0)) && words.get(1).equals("run");
    }

    private static Launch launch(String program, List<String> words, String file) {
        boolean server = ASYNCHRONOUS.contains(program) || SYNCHRONOUS.contains(program);
        if (program.matches("python3?")) {
            boolean module = words.size() > 2 && words.get(1).equals("-m");
            String entry = words.size() < 2 ? program : words.get(module ? 2 : 1);
            return launch(module ? "module" : "file", "python", words, entry, file);
        }
        if (!server) {
            return launch("script", program, words, program, file);
        }
        List<String> told = told(program, words);
        String entry =
                told.stream()
                        .skip(1)
                        .filter(word -> ENTRY.matcher(word).matches() && word.matches(".*[.:].*"))
                        .filter(word -> !word.contains("workers."))
                        .reduce((first, second) -> second)
                        .orElse(program);
        boolean asynchronous =
                ASYNCHRONOUS.contains(program)
                        || words.stream()
                                .anyMatch(w -> w.toLowerCase(Locale.ROOT).contains("uvicorn"));
        return launch(asynchronous ? "asgi" : "wsgi", program, told, entry, file);
    }

    private static Launch launch(
            String kind, String program, List<String> words, String entry, String file) {
        List<String> argv = new ArrayList<>(words);
        argv.set(0, Launch.PROGRAMS + program);
        return new Launch(
                new Start(kind, argv, Optional.of(entry)), file, Optional.empty(), Map.of());
    }

    /** Puts the place of the application's own address where the command names one, or none. */
    private static List<String> told(String program, List<String> words) {
        boolean bind = program.equals("gunicorn") || program.equals("hypercorn");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean address =
                    word.matches("(?:--host|--port|--bind|-[bp])(?:=.*)?")
                            && !(program.equals("gunicorn") && word.startsWith("-p"));
            if (!address) {
                told.add(word);
            } else if (!word.contains("=")) {
                i++;
            }
        }
        if (bind) {
            told.addAll(1, List.of("--bind", "{host}:{port}"));
        } else if (program.equals("daphne")) {
            told.addAll(1, List.of("-b", "{host}", "-p", "{port}"));
        } else if (program.equals("waitress-serve")) {
            told.addAll(1, List.of("--host={host}", "--port={port}"));
        } else {
            told.addAll(1, List.of("--host", "{host}", "--port", "{port}"));
        }
        return told;
    }

    private static Optional<Sourced<Integer>> literalPort(List<String> words, String source) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            boolean apart = word.matches("--port|--bind|-[bp]") && i + 1 < words.size();
            String value =
                    apart
                            ? words.get(i + 1)
                            : word.matches("--(?:port|bind)=.*")
                                    ? word.substring(word.indexOf('=') + 1)
                                    : "";
            Matcher port = PORT.matcher(value);
            if (port.matches()) {
                return Optional.of(new Sourced<>(Integer.parseInt(port.group(1)), source));
            }
        }
        return Optional.empty();
    }

    private static String unquoted(String word) {
        return word.matches("\"[^\"]*\"|'[^']*'") ? word.substring(1, word.length() - 1) : word;
    }

    private static String fileOf(String source) {
        int colon = source.lastIndexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }
}
