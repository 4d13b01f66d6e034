package io.github.fullstackmaven.detect.source;

import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code Procfile}: the processes of a program, each with its command.
 *
 * @param path where it lies
 * @param processes its lines, in their order
 */
public record Procfile(String path, List<Line> processes) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]+)\\s*:\\s*(\\S.*)");

    /** What a shell would see and an exec form does not. */
    private static final Pattern SHELL = Pattern.compile("[$`|&;<>()*?\\[\\]{}~#\\\\!]");

    private static final Pattern PORT = Pattern.compile("\\$(?:PORT\\b|\\{PORT(?::?-[0-9]+)?})");
    private static final String PLACE = "%port%";

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

    /**
     * One process.
     *
     * @param type {@code web}, {@code worker}, {@code release} …
     * @param command what its line says
     * @param line the line, from 1
     */
    public record Line(String type, String command, int line) {
        /**
         * Returns the command in exec form; through a shell that it replaces where it needs one.
         */
        public List<String> argv() {
            return words().orElseGet(() -> List.of("/bin/sh", "-c", shell()));
        }

        /** Returns the words of a command that needs no shell. */
        public Optional<List<String>> words() {
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(command);
            while (word.find()) {
                String plain = word.group(3);
                if (plain == null) {
                    words.add(word.group(1) == null ? word.group(2) : word.group(1));
                } else {
                    words.add(plain);
                }
                boolean quoteWithin =
                        plain != null && (plain.contains("\"") || plain.contains("'"));
                if (quoteWithin) {
                    return Optional.empty();
                }
            }
            boolean assigns = ASSIGNMENT.matcher(words.get(0)).matches();
            return assigns || SHELL.matcher(command).find() ? Optional.empty() : Optional.of(words);
        }

        /**
         * Returns the words of a command that needs a shell for nothing but the port, in whose
         * place <code>{port}</code> stands.
         */
        public Optional<List<String>> plain() {
            Matcher port = PORT.matcher(command.replaceFirst("^exec\\s+", ""));
            return new Line(type, port.replaceAll(PLACE), line)
                    .words()
                    .map(words -> words.stream().map(w -> w.replace(PLACE, "{port}")).toList());
        }

        private String shell() {
            boolean several = Pattern.compile("[|&;()]").matcher(command).find();
            boolean assigns = ASSIGNMENT.matcher(command).lookingAt();
            return several || assigns || command.startsWith("exec ") ? command : "exec " + command;
        }
    }

    public Procfile {
        processes = List.copyOf(processes);
    }

    /** Returns the file of a directory; empty when there is none, or no process in it. */
    public static Optional<Procfile> in(Tree tree, String directory) {
        String path = RepositoryPath.join(directory, "Procfile");
        return tree.read(path).map(text -> of(path, text)).filter(p -> !p.processes().isEmpty());
    }

    private static Procfile of(String path, String text) {
        List<Line> processes = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = LINE.matcher(lines.get(i).strip());
            if (line.matches()) {
                processes.add(new Line(line.group(1), line.group(2).strip(), i + 1));
            }
        }
        return new Procfile(path, processes);
    }

    /** Returns the process of a type. */
    public Optional<Line> process(String type) {
        return processes.stream().filter(process -> process.type().equals(type)).findFirst();
    }

    /** Returns the processes beside the one that answers requests and the one-shot of a release. */
    public List<Line> workers() {
        return processes.stream()
                .filter(p -> !p.type().equals("web") && !p.type().equals("release"))
                .toList();
    }

    /** Returns where a process stands, as it is written in the plan. */
    public String source(Line process) {
        return path + ":" + process.line();
    }
}
