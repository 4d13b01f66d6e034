package io.github.fullstackmaven.detect.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a Dockerfile apart: comments, lines that are continued, and the texts that follow {@code
 * <<EOF}.
 */
final class InstructionReader {
    private static final Pattern ESCAPE =
            Pattern.compile("#\\s*escape\\s*=\\s*(\\S)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*[A-Za-z]+\\s*=.*");
    private static final Pattern HERE = Pattern.compile("<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\1");
    private static final Pattern FIRST_WORD = Pattern.compile("([A-Za-z]+)(?:\\s+(.*))?");

    private final List<String> lines;
    private final String escape;
    private int next;

    private InstructionReader(String text) {
        this.lines = text.lines().toList();
        this.escape = escape(lines);
    }

    /** Returns the instructions; a line that is none is left out. */
    static List<Instruction> read(String text) {
        return new InstructionReader(text).instructions();
    }

    private static String escape(List<String> lines) {
        for (String line : lines) {
            Matcher escape = ESCAPE.matcher(line.strip());
            if (escape.matches()) {
                return escape.group(1);
            }
            if (!DIRECTIVE.matcher(line.strip()).matches()) {
                break;
            }
        }
        return "\\";
    }

    private List<Instruction> instructions() {
        List<Instruction> found = new ArrayList<>();
        while (next < lines.size()) {
            int begin = next + 1;
            String text = logicalLine();
            Matcher words = FIRST_WORD.matcher(text);
            if (words.matches()) {
                String rest = words.group(2) == null ? "" : words.group(2).strip();
                found.add(new Instruction(begin, words.group(1).toUpperCase(Locale.ROOT), rest));
                skipHereDocuments(rest);
            }
        }
        return found;
    }

    /** Comments and empty lines within a continued line do not end it. */
    private String logicalLine() {
        StringBuilder text = new StringBuilder();
        boolean continued = true;
        while (continued && next < lines.size()) {
            String line = lines.get(next++);
            String stripped = line.strip();
            if (stripped.startsWith("#") || (stripped.isEmpty() && text.length() > 0)) {
                continued = text.length() > 0;
                continue;
            }
            continued = stripped.endsWith(escape);
            text.append(continued ? stripped.substring(0, stripped.length() - 1) : stripped);
            if (continued) {
                text.append(' ');
            }
        }
        return text.toString().strip();
    }

    private void skipHereDocuments(String text) {
        Matcher here = HERE.matcher(text);
        while (here.find()) {
            String end = here.group(2);
            while (next < lines.size() && !lines.get(next).strip().equals(end)) {
                next++;
            }
            next++;
        }
    }
}
