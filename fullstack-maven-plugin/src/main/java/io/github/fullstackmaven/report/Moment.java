package io.github.fullstackmaven.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time as people read them: {@code 2026-07-01 12:30:05}, in UTC. */
public final class Moment {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Moment() {}

    /** Returns a point in time to the second; the reader has to be told that it is UTC. */
    public static String of(Instant instant) {
        return FORM.format(instant);
    }
}
