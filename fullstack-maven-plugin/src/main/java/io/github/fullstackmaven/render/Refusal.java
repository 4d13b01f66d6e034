package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.Locale;

/** Ends rendering where a value cannot be written in the format that it is for. */
final class Refusal {
    private Refusal() {}

    /** Returns the error; what cannot be printed is shown as its code. */
    static FullstackException of(String format, String place, String value) {
        return FullstackException.project(
                Finding.error(
                        "FS-RENDER-001",
                        "\"" + visible(value) + "\" cannot be " + place + " of " + format,
                        "change that value: control characters, and characters with a meaning of"
                                + " their own there, are not possible"));
    }

    private static String visible(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c)) {
                                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
                            } else {
                                shown.appendCodePoint(c);
                            }
                        });
        return shown.toString();
    }
}
