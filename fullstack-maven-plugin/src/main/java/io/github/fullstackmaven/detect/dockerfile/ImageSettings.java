package io.github.fullstackmaven.detect.dockerfile;

import io.github.fullstackmaven.model.Sourced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the image of a Dockerfile is run, as far as the file itself says: what its base image says is
 * not known.
 */
final class ImageSettings {
    private static final Pattern PORT = Pattern.compile("(\\d{1,5})(?:/tcp)?");
    private static final Pattern HEALTH_URL =
            Pattern.compile(
                    "https?://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1])"
                            + "(?::[^/\\s'\"]*)?(/[^\\s'\"|;&)]*)");
    private static final int HIGHEST = 65535;

    private final String file;
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final List<Sourced<Integer>> ports = new ArrayList<>();
    private List<String> shell = List.of("/bin/sh", "-c");
    private Optional<Instruction> entrypoint = Optional.empty();
    private Optional<Instruction> command = Optional.empty();
    private List<String> entrypointWords = List.of();
    private List<String> commandWords = List.of();
    private Optional<String> directory = Optional.empty();
    private Optional<Sourced<String>> user = Optional.empty();
    private Optional<Sourced<String>> health = Optional.empty();

    private ImageSettings(String file) {
        this.file = file;
    }

    static ImageSettings of(String file, DockerfileContent content) {
        ImageSettings settings = new ImageSettings(file);
        content.instructions().forEach(settings::take);
        return settings;
    }

    private void take(Instruction instruction) {
        switch (instruction.name()) {
            case "ARG" -> DockerfileContent.assign(instruction.text(), variables);
            case "ENV" -> environment(instruction);
            case "EXPOSE" -> instruction.words().forEach(word -> expose(word, instruction));
            case "WORKDIR" -> workdir(instruction.text());
            case "USER" ->
                    user =
                            Optional.of(
                                    new Sourced<>(expanded(instruction.text()), at(instruction)));
            case "SHELL" -> instruction.exec().ifPresent(words -> shell = words);
            case "HEALTHCHECK" -> health = health(instruction);
            case "ENTRYPOINT" -> {
                entrypoint = Optional.of(instruction);
                entrypointWords = words(instruction);
                // As the builder does it: what an earlier stage said is forgotten.
                command = Optional.empty();
                commandWords = List.of();
            }
            case "CMD" -> {
                command = Optional.of(instruction);
                commandWords = words(instruction);
            }
            default -> {}
        }
    }

    private void environment(Instruction instruction) {
        Map<String, String> own = new HashMap<>();
        DockerfileContent.assign(instruction.text(), own);
        DockerfileContent.assign(instruction.text(), variables);
        own.keySet().forEach(name -> places.put(name, at(instruction)));
    }

    private List<String> words(Instruction instruction) {
        if (instruction.exec().isPresent()) {
            return instruction.exec().get();
        }
        List<String> words = new ArrayList<>(shell);
        words.add(instruction.text());
        return words;
    }

    private void expose(String word, Instruction instruction) {
        port(expanded(word), at(instruction)).ifPresent(ports::add);
    }

    private static Optional<Sourced<Integer>> port(String text, String place) {
        Matcher port = PORT.matcher(text);
        int number = port.matches() ? Integer.parseInt(port.group(1)) : 0;
        return number > 0 && number <= HIGHEST
                ? Optional.of(new Sourced<>(number, place))
                : Optional.empty();
    }

    private void workdir(String text) {
        String path = expanded(text.strip().replaceAll("^\"(.*)\"$", "$1"));
        if (path.contains("$")) {
            directory = Optional.empty();
        } else if (path.startsWith("/")) {
            directory = Optional.of(path);
        } else {
            directory = directory.map(d -> d.equals("/") ? "/" + path : d + "/" + path);
        }
    }

    private Optional<Sourced<String>> health(Instruction instruction) {
        Matcher url = HEALTH_URL.matcher(expanded(instruction.text()));
        return url.find()
                ? Optional.of(new Sourced<>(url.group(1), at(instruction)))
                : Optional.empty();
    }

    private String expanded(String text) {
        return DockerfileContent.expanded(text, variables);
    }

    private String at(Instruction instruction) {
        return file + ":" + instruction.line();
    }

    /** Returns what is started, in exec form; empty when only the base image says it. */
    List<String> argv() {
        boolean shellForm = entrypoint.filter(e -> e.exec().isEmpty()).isPresent();
        if (shellForm) {
            return entrypointWords;
        }
        List<String> argv = new ArrayList<>(entrypointWords);
        argv.addAll(commandWords);
        return argv;
    }

    /** Returns true when the start is a text for a shell. */
    boolean startsShell() {
        return entrypoint.or(() -> command).filter(i -> i.exec().isEmpty()).isPresent();
    }

    /** Returns the ports that it exposes, in order. */
    List<Sourced<Integer>> ports() {
        return List.copyOf(ports);
    }

    /** Returns true when the environment of the image has a variable. */
    boolean sets(String variable) {
        return places.containsKey(variable);
    }

    /** Returns the port that a variable of the image's environment says. */
    Optional<Sourced<Integer>> port(String variable) {
        return Optional.ofNullable(places.get(variable))
                .flatMap(place -> port(variables.get(variable), place));
    }

    /** Returns where it is started. */
    Optional<String> directory() {
        return directory;
    }

    /** Returns as whom it is started. */
    Optional<Sourced<String>> user() {
        return user;
    }

    /** Returns the path that its health check asks for. */
    Optional<Sourced<String>> health() {
        return health;
    }
}
