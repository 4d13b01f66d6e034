package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.host.Answer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an answer has to be like. */
interface Wish {
    /** Returns what it is instead; absent when it is so. */
    Optional<String> missed(Answer answer);

    /** It has one of these states. */
    static Wish status(Integer... wanted) {
        return answer ->
                unless(
                        Arrays.asList(wanted).contains(answer.status()),
                        "it is "
                                + answer.status()
                                + ", not "
                                + Arrays.stream(wanted)
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" or ")));
    }

    /** It is of this type. */
    static Wish type(String wanted) {
        return answer ->
                unless(
                        answer.type().equals(wanted),
                        "its type is " + named(answer.type()) + ", not " + wanted);
    }

    /** It is of another type. */
    static Wish notOfType(String unwanted) {
        return answer -> unless(!answer.type().equals(unwanted), "its type is " + unwanted);
    }

    /** It has a header of this value. */
    static Wish header(String name, String wanted) {
        return answer ->
                unless(
                        answer.header(name).equals(wanted),
                        name + " is " + named(answer.header(name)) + ", not " + named(wanted));
    }

    /** A header's value, which is empty where it is missing, has this in it. */
    static Wish headerWith(String name, String pattern) {
        return answer ->
                unless(
                        Pattern.compile(pattern).matcher(answer.header(name)).find(),
                        name + " is " + named(answer.header(name)));
    }

    /** It has no such header. */
    static Wish without(String name) {
        return header(name, "");
    }

    /** It has something to show, or nothing. */
    static Wish body(boolean some) {
        return answer ->
                unless(
                        some != answer.text().isEmpty(),
                        some ? "it has no content" : "it has a content");
    }

    private static String named(String value) {
        return value.isEmpty() ? "missing" : value;
    }

    private static Optional<String> unless(boolean so, String otherwise) {
        return so ? Optional.empty() : Optional.of(otherwise);
    }
}
