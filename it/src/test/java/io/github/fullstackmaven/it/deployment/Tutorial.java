package io.github.fullstackmaven.it.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the manual that somebody can follow: what to type, and what is shown then.
 *
 * @param steps in their order
 */
record Tutorial(List<Step> steps) {
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Maven 3.8 goes back to the usual colour at its end, whether it had another or not. */
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    /**
     * What is typed, and what is shown.
     *
     * @param commands lines of a shell
     * @param shown lines that it prints among others, in this order; {@code …} stands for anything
     */
    record Step(String commands, List<String> shown) {
        /** Returns the first line that was not printed after the ones before it; empty for none. */
        String missing(String output) {
            List<String> printed = COLOUR.matcher(output).replaceAll("").lines().toList();
            int next = 0;
            for (String line : shown) {
                Pattern wanted = Pattern.compile(line.isEmpty() ? "" : anything(line));
                while (next < printed.size() && !wanted.matcher(printed.get(next)).matches()) {
                    next++;
                }
                if (next == printed.size()) {
                    return line;
                }
                next++;
            }
            return "";
        }

        private static String anything(String line) {
            StringBuilder regex = new StringBuilder();
            for (String part : line.split("…", -1)) {
                regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
            }
            return regex.toString();
        }
    }

    /** Reads a page. */
    static Tutorial of(String page) {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                steps.add(new Step(block.group(2), List.of()));
            } else {
                Step typed = steps.remove(steps.size() - 1);
                steps.add(new Step(typed.commands(), block.group(2).lines().toList()));
            }
        }
        return new Tutorial(steps);
    }
}
