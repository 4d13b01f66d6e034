package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.model.Finding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which releases of an engine are too old to be relied on. */
final class EngineVersions {
    private static final Pattern NUMBERS = Pattern.compile("\\D*(\\d+)\\.(\\d+).*");

    private EngineVersions() {}

    /** Returns what is wrong with a release; nothing for one whose number cannot be read. */
    static Optional<Finding> tooOld(String engine, String version, int major, int minor) {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        int difference = Integer.compare(Integer.parseInt(numbers.group(1)), major);
        boolean old =
                difference < 0 || (difference == 0 && Integer.parseInt(numbers.group(2)) < minor);
        return old
                ? Optional.of(
                        Finding.error(
                                "FS-ENGINE-009",
                                engine + " " + version + " is too old",
                                "it takes " + engine + " " + major + "." + minor + " or newer"))
                : Optional.empty();
    }
}
