package io.github.fullstackmaven.plan;

import java.util.ArrayList;
import java.util.List;

/** Splits a command into its words: at blanks, quotes keep words together; nothing is expanded. */
final class CommandLine {
    private CommandLine() {}

    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean started = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                started = true;
            } else if (Character.isWhitespace(c)) {
                if (started || word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
                started = false;
            } else {
                word.append(c);
            }
        }
        if (started || word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
