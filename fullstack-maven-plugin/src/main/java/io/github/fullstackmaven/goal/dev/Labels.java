package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.report.Console;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts the name of whoever says it before a line, all names equally wide. */
public final class Labels {
    private static final String ESCAPE = "\u001b[";
    private static final List<String> COLOURS = List.of("36", "33", "35", "32", "34", "31");

    private final List<String> names;
    private final int width;
    private final boolean coloured;

    /**
     * Takes all who may say something.
     *
     * @param coloured whether each has a colour of its own: on a terminal alone
     */
    public Labels(Collection<String> names, boolean coloured) {
        this.names = new ArrayList<>(names);
        this.width = names.stream().mapToInt(String::length).max().orElse(0);
        this.coloured = coloured;
    }

    /** Prints a line of a program; what would move the cursor is left out. */
    public void print(String name, String line, Console console) {
        console.info(of(name) + cleaned(line));
    }

    String of(String name) {
        String label = name + " ".repeat(width - name.length()) + " |";
        if (!coloured) {
            return label + " ";
        }
        String colour = COLOURS.get(Math.max(0, names.indexOf(name)) % COLOURS.size());
        return ESCAPE + colour + "m" + label + ESCAPE + "0m ";
    }

    private String cleaned(String line) {
        String still = line.replaceAll("\u001bc|\u001b\\[[0-9;?]*[A-HJKSTfhlsu]|\r", "");
        return coloured ? still : still.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
