package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.goal.templates.Copied;
import io.github.fullstackmaven.goal.templates.OwnTemplates;
import io.github.fullstackmaven.goal.templates.TemplateState;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.render.TemplateSet;
import io.github.fullstackmaven.report.Table;
import io.github.fullstackmaven.scan.DiskTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies built-in templates into the repository, where they win from then on, and says how those
 * that are there stand to the built-in ones of today. Never writes over what somebody has changed.
 */
public final class Templates {
    private final Workshop workshop;

    public Templates(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Copies what is absent, and renews what nobody has changed.
     *
     * @param names the files; empty: all
     * @throws FullstackException {@code FS-TEMPLATE-006} on a name that no template has, before
     *     anything is written
     */
    public void run(Location location, List<String> names) {
        List<String> wanted = wanted(names);
        OwnTemplates own = OwnTemplates.in(new DiskTree(location.monorepo()));
        Path directory = location.monorepo().resolve(TemplateSet.USER_DIRECTORY);
        Path beside = location.output().resolve("templates");
        Copied copied = own.copied();
        Table table = new Table();
        List<String> differing = new ArrayList<>();
        for (String name : wanted) {
            TemplateState state = own.state(name);
            String builtIn = TemplateSet.builtInText(name);
            if (isWritten(state)) {
                workshop.files().write(directory.resolve(name), builtIn);
                copied = copied.and(name, builtIn);
            } else if (state == TemplateState.SAME) {
                copied = copied.and(name, builtIn);
            } else {
                workshop.files().write(beside.resolve(name), builtIn);
                differing.add(name);
            }
            table.row(name, state.description(), done(state));
        }
        workshop.files().write(directory.resolve(Copied.FILE), copied.text());
        tell(table, own);
        for (String name : differing) {
            workshop.console()
                    .info(
                            "diff -u "
                                    + location.monorepo().relativize(beside.resolve(name))
                                    + " "
                                    + TemplateSet.USER_DIRECTORY
                                    + "/"
                                    + name);
        }
    }

    /** Prints what {@link #run} would write. */
    public void dryRun(Location location, List<String> names) {
        OwnTemplates own = OwnTemplates.in(new DiskTree(location.monorepo()));
        Table table = new Table();
        for (String name : wanted(names)) {
            TemplateState state = own.state(name);
            table.row(name, state.description(), isWritten(state) ? "would write" : "");
        }
        tell(table, own);
    }

    private void tell(Table table, OwnTemplates own) {
        table.lines().forEach(workshop.console()::info);
        own.unknown().forEach(workshop.console()::finding);
    }

    private static boolean isWritten(TemplateState state) {
        return state == TemplateState.ABSENT || state == TemplateState.LEFT_BEHIND;
    }

    private static String done(TemplateState state) {
        return switch (state) {
            case ABSENT -> "copied";
            case LEFT_BEHIND -> "renewed";
            default -> "kept";
        };
    }

    private static List<String> wanted(List<String> names) {
        for (String name : names) {
            if (!TemplateSet.names().contains(name)) {
                throw FullstackException.project(
                        Finding.error(
                                        "FS-TEMPLATE-006",
                                        "no template is called " + name,
                                        "templates are: " + String.join(", ", TemplateSet.names()))
                                .at("fullstack.templateNames"));
            }
        }
        return names.isEmpty() ? TemplateSet.names() : names;
    }
}
