package io.github.fullstackmaven.report;

import io.github.fullstackmaven.model.Checkup;
import java.util.List;

/** Prints checkups: a line each, and below what is not well its remedy. */
public final class CheckupTable {
    private CheckupTable() {}

    /** Prints them. */
    public static void print(List<Checkup> checkups, Console console) {
        Table table = new Table();
        for (Checkup checkup : checkups) {
            table.row(verdict(checkup), checkup.subject(), checkup.detail());
        }
        List<String> lines = table.lines();
        for (int i = 0; i < lines.size(); i++) {
            Checkup checkup = checkups.get(i);
            console.info(lines.get(i));
            checkup.problem()
                    .ifPresent(p -> console.info("        -> " + p.remedy() + " (" + p.id() + ")"));
        }
    }

    private static String verdict(Checkup checkup) {
        return checkup.problem()
                .map(
                        p ->
                                switch (p.severity()) {
                                    case ERROR -> "not ok";
                                    case WARNING -> "beware";
                                    case INFO -> "-";
                                })
                .orElse("ok");
    }
}
