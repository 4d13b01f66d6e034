import io.github.fullstackmaven.config.Context;
import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.RequestReader;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.config.Structured;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.plan.Planner;
import io.github.fullstackmaven.scan.DiskTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checked out repositories, and the tables that say what is right for them. */
public final class Checkouts {
    private Checkouts() {}

    /** Returns what is planned for a repository without a word of explanation. */
    public static Plan planned(Path root) {
        Settings settings = Settings.of(Map.of("fullstack.monorepo", root.toString(), "fullstack.name", "app"), Map.of(), Map.of(), Map.of());
        Context context = new Context(root, Optional.empty());
        return Planner.plan(new RequestReader(settings, context, Location.of(settings, context)).read(Structured.NONE), new DiskTree(root));
    }

    /** Returns the rows of a table with a line of names and tabs between values; lines that begin with # are for people. */
    public static List<Map<String, String>> rows(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8).stream().filter(l -> !l.startsWith("#")).toList();
        String[] names = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split("\t", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], i < values.length ? values[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }
}
