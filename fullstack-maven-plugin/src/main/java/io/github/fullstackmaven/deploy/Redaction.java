package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes values that may be secret out of what programs print: those of files of variables and
 * secrets. Short ones stay, since they would make holes in words that have nothing to do with them.
 */
final class Redaction {
    private static final int SHORTEST = 6;
    private static final String HIDDEN = "***";

    private final List<String> values;

    private Redaction(Stream<String> values) {
        this.values =
                values.flatMap(String::lines)
                        .map(String::strip)
                        .filter(v -> v.length() >= SHORTEST)
                        .distinct()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
    }

    static Redaction of(Application application) {
        return new Redaction(
                Stream.concat(
                        Secrets.texts(application).stream(),
                        application.variables().values().values().stream()
                                .filter(v -> !v.source().equals(Variables.POM))
                                .map(Sourced::value)));
    }

    String of(String line) {
        String redacted = line;
        for (String value : values) {
            redacted = redacted.replace(value, HIDDEN);
        }
        return redacted;
    }
}
