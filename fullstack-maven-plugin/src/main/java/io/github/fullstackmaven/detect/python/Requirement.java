package io.github.fullstackmaven.detect.python;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A declared dependency.
 *
 * @param name normalised: lower case, hyphens
 * @param extras its extras, normalised
 * @param file where it is declared
 */
record Requirement(String name, List<String> extras, String file) {
    private static final Pattern FORM =
            Pattern.compile(
                    "\\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\\s*(?:\\[([^\\]]*)\\])?.*");
    private static final Pattern EGG = Pattern.compile("[#&]egg=([A-Za-z0-9._-]+)");

    Requirement {
        extras = List.copyOf(extras);
    }

    /** Returns what a requirement as of PEP 508 names. */
    static Optional<Requirement> of(String text, String file) {
        Matcher egg = EGG.matcher(text);
        boolean address = text.matches("\\s*(?:git\\+|https?:|file:).*");
        if (address) {
            return egg.find()
                    ? Optional.of(new Requirement(normal(egg.group(1)), List.of(), file))
                    : Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<String> extras =
                form.group(2) == null
                        ? List.of()
                        : Arrays.stream(form.group(2).split(","))
                                .map(extra -> normal(extra.strip()))
                                .filter(extra -> !extra.isEmpty())
                                .toList();
        return Optional.of(new Requirement(normal(form.group(1)), extras, file));
    }

    /** Returns a name as PEP 503 compares it. */
    static String normal(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }
}
