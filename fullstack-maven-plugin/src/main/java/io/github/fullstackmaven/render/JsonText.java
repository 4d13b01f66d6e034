package io.github.fullstackmaven.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes JSON strings, as exec forms need them: pure ASCII, one line. */
final class JsonText {
    private JsonText() {}

    static String array(List<String> values) {
        return values.stream().map(JsonText::string).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String string(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
