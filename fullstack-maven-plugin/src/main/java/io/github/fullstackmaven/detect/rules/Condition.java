package io.github.fullstackmaven.detect.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One question of a rule; exactly one of the first five is set.
 *
 * @param files one of these files exists
 * @param directories one of these directories exists
 * @param dependencies one of these is declared
 * @param key a dotted key of the manifest has a value
 * @param text one of {@code in} has this pattern
 * @param contains what the value at {@code key} contains
 * @param in the files that {@code text} looks into
 */
public record Condition(
        List<String> files,
        List<String> directories,
        List<String> dependencies,
        String key,
        Pattern text,
        String contains,
        List<String> in) {

    /** How many names are shown before a reader has enough. */
    private static final int MOST = 3;

    public Condition {
        long questions =
                Stream.of(files, directories, dependencies, key, text)
                        .filter(part -> part != null)
                        .count();
        if (questions != 1 || (text == null) != (in == null)) {
            throw new IllegalArgumentException("a condition asks one question");
        }
    }

    /** Returns the file that makes this true; empty when it is false. */
    public Optional<String> evidence(Facts facts) {
        if (files != null) {
            return first(files, facts::file);
        }
        if (directories != null) {
            return first(directories, facts::directory);
        }
        if (dependencies != null) {
            return first(dependencies, facts::dependency);
        }
        if (key != null) {
            return facts.key(key, contains == null ? "" : contains);
        }
        return first(in, name -> facts.text(name, text));
    }

    /** Returns what this asks for, in words. */
    String words() {
        if (files != null) {
            return "file " + either(files);
        }
        if (directories != null) {
            return "directory " + either(directories);
        }
        if (dependencies != null) {
            return "dependency " + either(dependencies);
        }
        if (key != null) {
            return "value of " + key + (contains == null ? "" : " with " + contains);
        }
        return "text /" + text + "/ in " + either(in);
    }

    private static String either(List<String> names) {
        return names.size() <= MOST
                ? String.join(" or ", names)
                : String.join(" or ", names.subList(0, MOST)) + " …";
    }

    private static Optional<String> first(
            List<String> names, Function<String, Optional<String>> ask) {
        return names.stream().map(ask).flatMap(Optional::stream).findFirst();
    }
}
