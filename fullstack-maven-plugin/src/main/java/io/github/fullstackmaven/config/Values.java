package io.github.fullstackmaven.config;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings of a type other than text; what has a wrong form is reported and taken as not set.
 */
final class Values {
    private static final Pattern DURATION = Pattern.compile("([0-9]+)\\s*(ms|s|m|min|h)?");

    /** Whoever waits longer than a day has mistaken the unit. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Settings settings;
    private final List<Finding> findings;

    Values(Settings settings, List<Finding> findings) {
        this.settings = settings;
        this.findings = findings;
    }

    Optional<Sourced<Integer>> port(String name) {
        return number(name, 1, 65535);
    }

    Optional<Sourced<Integer>> number(String name, int least, int most) {
        return settings.text(name).flatMap(s -> number(s, least, most));
    }

    private Optional<Sourced<Integer>> number(Sourced<String> setting, int least, int most) {
        try {
            int number = Integer.parseInt(setting.value());
            if (number >= least && number <= most) {
                return Optional.of(setting.map(v -> number));
            }
        } catch (NumberFormatException e) {
            // Reported below, with every other number that is out of range.
        }
        wrong(setting, "is not a whole number from " + least + " to " + most);
        return Optional.empty();
    }

    Optional<Sourced<Boolean>> flag(String name) {
        Optional<Sourced<String>> setting = settings.text(name);
        if (setting.isPresent() && !setting.get().value().matches("(?i)true|false")) {
            wrong(setting.get(), "is neither true nor false");
            return Optional.empty();
        }
        return setting.map(s -> s.map(Boolean::parseBoolean));
    }

    Sourced<String> choice(String name, String standard, List<String> allowed) {
        Sourced<String> setting = settings.text(name).orElse(Sourced.byDefault(standard));
        String value = setting.value().toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            wrong(setting, "is not one of " + String.join(", ", allowed));
            return Sourced.byDefault(standard);
        }
        return setting.map(v -> value);
    }

    private Optional<String> matching(String name, String pattern, String form) {
        Optional<Sourced<String>> setting = settings.text(name);
        if (setting.isPresent() && !setting.get().value().matches(pattern)) {
            wrong(setting.get(), "is not " + form);
            return Optional.empty();
        }
        return setting.map(Sourced::value);
    }

    Optional<String> memory() {
        return matching("memory", "[1-9][0-9]*[bkmgBKMG]", "a number with a unit, like 512m");
    }

    Optional<String> size(String name) {
        return matching(
                name, "[1-9][0-9]{0,8}[kmgKMG]", "a number with k, m or g behind it, like 50m");
    }

    Optional<String> cpus() {
        return matching("cpus", "[0-9]+(\\.[0-9]+)?", "a number, like 1.5");
    }

    Duration duration(String name, Duration standard, Duration least) {
        Optional<Sourced<String>> setting = settings.text(name);
        if (setting.isEmpty()) {
            return standard;
        }
        Matcher matcher = DURATION.matcher(setting.get().value());
        if (!matcher.matches() || matcher.group(1).length() > 9) {
            wrong(
                    setting.get(),
                    "is not a time like 500ms, 30s, 5m or 1h (a bare number is seconds)");
            return standard;
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        Duration duration =
                switch (unit) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m", "min" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofSeconds(amount);
                };
        if (duration.compareTo(least) < 0 || duration.compareTo(LONGEST) > 0) {
            wrong(
                    setting.get(),
                    "is not a time from " + least.toMillis() + "ms to " + LONGEST.toHours() + "h");
            return standard;
        }
        return duration;
    }

    private void wrong(Sourced<String> setting, String what) {
        findings.add(
                Finding.error(
                                "FS-CONFIG-004",
                                "'" + setting.value() + "' " + what,
                                "correct the value")
                        .at(setting.source()));
    }
}
