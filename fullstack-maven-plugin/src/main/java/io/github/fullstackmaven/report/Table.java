package io.github.fullstackmaven.report;

import io.github.fullstackmaven.model.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Rows with aligned columns, as wide as their content. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table with a head, or without one. */
    public Table(String... head) {
        if (head.length > 0) {
            rows.add(List.of(head));
        }
    }

    /** Adds a row; an empty cell shows as a hyphen. */
    public Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(cell.isBlank() ? "-" : OneLine.of(cell));
        }
        rows.add(row);
        return this;
    }

    /** Returns the table, a line an element, the head first where there is one. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column))
                        .append(" ".repeat(width(column) - row.get(column).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(r -> column < r.size() ? r.get(column).length() : 0)
                .max()
                .orElse(0);
    }
}
