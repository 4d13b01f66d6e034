package io.github.fullstackmaven.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them. */
public final class Amount {
    private Amount() {}

    /** Returns a size in the largest fitting unit, with decimal prefixes as engines print them. */
    public static String ofBytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double size = bytes;
        String unit = "B";
        for (String larger : new String[] {"kB", "MB", "GB", "TB"}) {
            if (size < 1000) {
                break;
            }
            size /= 1000;
            unit = larger;
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, unit);
    }

    /** Returns a time in units that fit: milliseconds, seconds, minutes, hours or days. */
    public static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        if (duration.toHours() < 1) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toDays() < 2
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toDays() + " days";
    }
}
