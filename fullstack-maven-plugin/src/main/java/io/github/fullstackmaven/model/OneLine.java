package io.github.fullstackmaven.model;

/** Shows names that a repository's author chose: whatever they hold, a line of output stays one. */
public final class OneLine {
    private OneLine() {}

    /** Returns a text with its control characters written as escapes. */
    public static String of(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.chars()
                .forEach(
                        c -> {
                            if (!Character.isISOControl(c)) {
                                shown.append((char) c);
                            } else if (c == '\n') {
                                shown.append("\\n");
                            } else {
                                shown.append(String.format("\\u%04x", c));
                            }
                        });
        return shown.toString();
    }
}
