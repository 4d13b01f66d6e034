package io.github.fullstackmaven.render;

import io.github.fullstackmaven.stages.ShellCommand;
import io.github.fullstackmaven.stages.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Escapes for a Dockerfile. */
public final class DockerfileText {
    private static final String FORMAT = "a Dockerfile";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@+-]+");
    private static final Pattern PLAIN_PATTERN = Pattern.compile("[A-Za-z0-9_./:@+\\[\\]-]+");
    private static final Pattern PATTERN_CHARACTERS = Pattern.compile("[*?\\[\\]]");

    /** Returns the name of an image or a stage. */
    public Escaped image(String name) {
        return checked(IMAGE, "the name of an image or stage", name);
    }

    /** Returns the name of a variable or label. */
    public Escaped name(String name) {
        return checked(NAME, "the name of a variable or label", name);
    }

    /** Returns a value in double quotes. */
    public Escaped quoted(String value) {
        return new Escaped('"' + unexpanded(value).replace("\"", "\\\"") + '"');
    }

    /** Returns one argument, in double quotes if need be. */
    public Escaped word(String value) {
        return PLAIN.matcher(value).matches() ? new Escaped(value) : quoted(value);
    }

    /** Returns a comment's text. */
    public Escaped comment(String text) {
        return new Escaped(oneLine(text));
    }

    /** Returns a command in exec form. */
    public Escaped exec(List<String> argv) {
        return new Escaped(JsonText.array(argv));
    }

    /** Returns a project's own shell command in exec form. */
    public Escaped projectCommand(String command) {
        return exec(List.of("/bin/sh", "-c", command));
    }

    /** Returns the arguments of {@code COPY}: what is copied, and where to. */
    public Escaped paths(Step.Copy copy) {
        List<String> all = new ArrayList<>();
        copy.sources().forEach(path -> all.add(literal(path)));
        copy.optional().forEach(path -> all.add(pattern(literal(path))));
        all.add(literal(copy.target()));
        if (all.stream().allMatch(path -> PLAIN_PATTERN.matcher(path).matches())) {
            return new Escaped(String.join(" ", all));
        }
        return new Escaped(JsonText.array(all.stream().map(DockerfileText::bare).toList()));
    }

    /** The builder takes each path of the array for a shell's word once more. */
    private static String bare(String path) {
        return oneLine(path).replaceAll("[\\\\$'\"]", "\\\\$0");
    }

    private static String literal(String path) {
        if (PATTERN_CHARACTERS.matcher(path).find()) {
            throw Refusal.of(FORMAT, "a path", path);
        }
        return path;
    }

    /**
     * A pattern may match nothing; this one matches nothing but the path. The directories are
     * patterns as well, since BuildKit wants those that are not to exist.
     */
    private static String pattern(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> part.isEmpty() ? "" : beginning(part) + "[" + last(part) + "]")
                .collect(Collectors.joining("/"));
    }

    private static String beginning(String text) {
        return text.substring(0, text.length() - 1);
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }

    /** Returns one of our commands with its arguments as quoted words. */
    public Escaped shell(ShellCommand command) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (String argument : command.arguments()) {
            int place = command.text().indexOf("%s", from);
            text.append(command.text(), from, place).append(ShellText.quote(oneLine(argument)));
            from = place + 2;
        }
        return new Escaped(text.append(command.text().substring(from)).toString());
    }

    /** Returns what makes the next line a part of the same instruction. */
    public Escaped continued() {
        return new Escaped(" \\\n    ");
    }

    /** Returns a span of time. */
    public Escaped duration(Duration duration) {
        return new Escaped(duration.toSeconds() + "s");
    }

    private String unexpanded(String value) {
        return oneLine(value).replace("\\", "\\\\").replace("$", "\\$");
    }

    private static Escaped checked(Pattern pattern, String place, String value) {
        if (!pattern.matcher(value).matches()) {
            throw Refusal.of(FORMAT, place, value);
        }
        return new Escaped(value);
    }

    private static String oneLine(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of(FORMAT, "a value", value);
        }
        return value;
    }
}
