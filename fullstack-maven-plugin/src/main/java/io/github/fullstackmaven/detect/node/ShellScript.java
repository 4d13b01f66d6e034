package io.github.fullstackmaven.detect.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script of a manifest, as far as it is a row of plain commands.
 *
 * @param commands the commands that are run one after the other, each as its words
 */
record ShellScript(List<List<String>> commands) {
    private static final Pattern PORT = Pattern.compile("\\$(?:PORT|\\{PORT(?::?-[^}]*)?\\})");
    private static final String SPECIAL = "|;&<>`$(){}*?#\n";

    ShellScript {
        commands = commands.stream().map(List::copyOf).toList();
    }

    /** Returns the commands; empty when only a shell can make sense of the text. */
    static Optional<ShellScript> of(String text) {
        // The planner fills the port in later.
        String filled = PORT.matcher(text).replaceAll(Matcher.quoteReplacement("\u0000"));
        List<List<String>> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (int i = 0; i < filled.length(); i++) {
            char c = filled.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else if (c == '$' && quote == '"') {
                    return Optional.empty();
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                any = true;
            } else if (c == '\\' && i + 1 < filled.length()) {
                word.append(filled.charAt(++i));
                any = true;
            } else if (filled.startsWith("&&", i)) {
                i++;
                any = end(words, word, any);
                if (words.isEmpty()) {
                    return Optional.empty();
                }
                commands.add(List.copyOf(words));
                words.clear();
            } else if (Character.isWhitespace(c) && c != '\n') {
                any = end(words, word, any);
            } else if (SPECIAL.indexOf(c) >= 0) {
                return Optional.empty();
            } else {
                word.append(c);
                any = true;
            }
        }
        end(words, word, any);
        if (quote != 0 || words.isEmpty()) {
            return Optional.empty();
        }
        commands.add(List.copyOf(words));
        return Optional.of(new ShellScript(commands));
    }

    private static boolean end(List<String> words, StringBuilder word, boolean any) {
        if (any || word.length() > 0) {
            words.add(word.toString().replace("\u0000", "{port}"));
            word.setLength(0);
        }
        return false;
    }

    List<String> last() {
        return commands.get(commands.size() - 1);
    }

    List<List<String>> before() {
        return commands.subList(0, commands.size() - 1);
    }
}
