package io.github.fullstackmaven.detect.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A start script, resolved to the program that it runs in the end: npm would keep the signals from
 * it.
 *
 * @param script the script's name
 * @param argv the command in exec form, relative to the project
 * @param file the file that Node.js runs, relative to the project
 * @param tools the commands of {@code node_modules/.bin} that are called
 * @param port the port that it names
 */
record StartScript(
        String script,
        List<String> argv,
        Optional<String> file,
        List<String> tools,
        Optional<Integer> port) {
    private static final int DEEPEST = 5;
    private static final Set<String> MANAGERS = Set.of("npm", "pnpm", "yarn", "bun");
    private static final Set<String> RUN = Set.of("run", "run-script");
    private static final List<String> WATCHING = List.of("--watch", "--hot");
    private static final Set<String> TAKE_VALUE =
            Set.of("-r", "--require", "--import", "--loader", "--experimental-loader", "-C");
    private static final Set<String> PORT_FLAGS = Set.of("-p", "--port");
    private static final String BIN = "node_modules/.bin/";

    StartScript {
        argv = List.copyOf(argv);
        tools = List.copyOf(tools);
    }

    /** Returns what a script starts; empty when it is absent, or serves development alone. */
    static Optional<StartScript> of(PackageJson project, String name) {
        return project.script(name)
                .flatMap(text -> resolved(project, text, DEEPEST))
                .map(
                        found ->
                                new StartScript(
                                        name,
                                        found.argv(),
                                        found.file(),
                                        found.tools(),
                                        found.port()));
    }

    /** Returns what a command line starts, a {@code Procfile}'s for one. */
    static Optional<StartScript> ofCommand(PackageJson project, String text) {
        return resolved(project, text, DEEPEST);
    }

    private static Optional<StartScript> resolved(PackageJson project, String text, int depth) {
        Optional<ShellScript> script = ShellScript.of(text);
        if (script.isEmpty() || depth == 0) {
            return depth == 0 || isDevelopment(text) ? Optional.empty() : shell(text, text);
        }
        List<List<String>> before =
                script.get().before().stream().filter(c -> !StartTables.isBuilding(c)).toList();
        Optional<StartScript> last = command(project, script.get().last(), depth);
        if (before.isEmpty() || last.isEmpty()) {
            return last;
        }
        StringBuilder line = new StringBuilder();
        before.forEach(words -> line.append(quoted(words)).append(" && "));
        return shell(line + "exec " + quoted(last.get().argv()), text)
                .map(
                        found ->
                                new StartScript(
                                        "",
                                        found.argv(),
                                        last.get().file(),
                                        tools(before, last.get().tools()),
                                        last.get().port()));
    }

    private static List<String> tools(List<List<String>> before, List<String> last) {
        List<String> tools = new ArrayList<>(last);
        for (List<String> words : before) {
            String program =
                    words.get(0).equals("npx") && words.size() > 1 ? words.get(1) : words.get(0);
            if (!MANAGERS.contains(program) && !program.equals("node")) {
                tools.add(program);
            }
        }
        return tools;
    }

    private static boolean isDevelopment(String text) {
        for (String word : text.split("[\\s'\"]+")) {
            if (StartTables.isForDevelopment(word)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<StartScript> shell(String line, String text) {
        String path = "PATH=\"$PWD/node_modules/.bin:$PATH\"; export PATH; ";
        return Optional.of(
                new StartScript(
                        "",
                        List.of("/bin/sh", "-c", path + line),
                        Optional.empty(),
                        List.of(),
                        port(List.of(text.split("\\s+")))));
    }

    private static Optional<StartScript> command(
            PackageJson project, List<String> line, int depth) {
        List<String> variables = new ArrayList<>();
        List<String> words = new ArrayList<>(line);
        while (!words.isEmpty()
                && (words.get(0).matches("[A-Za-z_]\\w*=.*")
                        || Set.of("cross-env", "env", "exec", "npx", "--")
                                .contains(words.get(0)))) {
            String word = words.remove(0);
            if (word.contains("=") && !word.startsWith("NODE_ENV=")) {
                variables.add(word);
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        return program(project, words, depth)
                .map(
                        found -> {
                            List<String> argv = new ArrayList<>(variables);
                            if (!argv.isEmpty()) {
                                argv.add(0, "env");
                            }
                            argv.addAll(found.argv());
                            return new StartScript(
                                    "",
                                    argv,
                                    found.file(),
                                    found.tools(),
                                    found.port().or(() -> variablePort(variables)));
                        });
    }

    private static Optional<StartScript> program(
            PackageJson project, List<String> words, int depth) {
        String program = words.get(0);
        if (MANAGERS.contains(program) && words.size() > 1) {
            boolean runs = RUN.contains(words.get(1)) && words.size() > 2;
            String name = runs ? words.get(2) : words.get(1);
            Optional<String> script = project.script(name);
            if (script.isPresent()) {
                return resolved(project, script.get(), depth - 1);
            }
            boolean file = program.equals("bun") && name.matches(".*\\.[cm]?[jt]sx?");
            return file ? node("bun", words.subList(runs ? 2 : 1, words.size())) : Optional.empty();
        }
        if (program.equals("node") || program.equals("bun")) {
            return node(program, words.subList(1, words.size()));
        }
        if (program.startsWith("./") || program.startsWith("bin/")) {
            return program.endsWith(".sh")
                    ? Optional.of(
                            new StartScript(
                                    "", words, Optional.empty(), List.of(), Optional.empty()))
                    : node("node", words);
        }
        boolean watches =
                words.stream().anyMatch(word -> word.equals("watch") || word.equals("--watch"));
        if (StartTables.isForDevelopment(program) || watches) {
            return Optional.empty();
        }
        if (program.equals("sh") || program.equals("bash") || program.startsWith("/")) {
            return Optional.of(
                    new StartScript("", words, Optional.empty(), List.of(), port(words)));
        }
        if (!project.declares(StartTables.packageOf(program)) && !StartTables.isTool(program)) {
            return Optional.of(
                    new StartScript("", words, Optional.empty(), List.of(), port(words)));
        }
        List<String> argv = new ArrayList<>(words);
        argv.set(0, BIN + program);
        return Optional.of(new StartScript("", argv, file(words), List.of(program), port(words)));
    }

    private static Optional<String> file(List<String> words) {
        return words.stream().skip(1).filter(w -> w.matches("[^-].*\\.[cm]?[jt]sx?")).findFirst();
    }

    /** Files of variables and watching belong to the machine where one develops. */
    private static Optional<StartScript> node(String runtime, List<String> arguments) {
        List<String> argv = new ArrayList<>(List.of(runtime));
        Optional<String> file = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (WATCHING.contains(word)) {
                if (file.isPresent()) {
                    // The program itself watches: it is a tool of development.
                    return Optional.empty();
                }
                continue;
            }
            if (file.isEmpty() && word.startsWith("--env-file")) {
                i += word.contains("=") ? 0 : 1;
            } else if (file.isEmpty() && TAKE_VALUE.contains(word) && i + 1 < arguments.size()) {
                argv.add(word);
                argv.add(arguments.get(++i));
            } else {
                argv.add(word);
                if (file.isEmpty() && !word.startsWith("-")) {
                    file = Optional.of(word.replaceFirst("^\\./", ""));
                }
            }
        }
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new StartScript("", argv, file, List.of(), port(arguments)));
    }

    private static Optional<Integer> variablePort(List<String> variables) {
        return variables.stream()
                .filter(variable -> variable.matches("PORT=\\d{2,5}"))
                .findFirst()
                .map(variable -> Integer.valueOf(variable.substring("PORT=".length())));
    }

    /** Returns the port that a flag names. */
    static Optional<Integer> port(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String value =
                    word.startsWith("--port=")
                            ? word.substring("--port=".length())
                            : PORT_FLAGS.contains(word) && i + 1 < words.size()
                                    ? words.get(i + 1)
                                    : "";
            if (value.matches("\\d{2,5}")) {
                return Optional.of(Integer.valueOf(value));
            }
        }
        return Optional.empty();
    }

    private static String quoted(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(
                                word ->
                                        word.matches("[A-Za-z0-9_@%+=:,./{}-]+")
                                                ? word
                                                : "'" + word.replace("'", "'\\''") + "'")
                        .toList());
    }
}
