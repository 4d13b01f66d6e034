import io.github.fullstackmaven.build.Bundle;
import io.github.fullstackmaven.check.BundleGuard;
import io.github.fullstackmaven.check.SourceGuard;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what the guards say of checked out and built front ends with what is expected: a line a repository, for the sources and for the pages, and
 * every miss in a file. Arguments: the directory of the checkouts (OWNER+NAME each), the file for the misses, then the tables. Fetches and builds nothing.
 */
public final class Score {
    /** What is said: the address stands before where it is. */
    private static final Pattern ADDRESS = Pattern.compile(" ((?:(?:https?|wss?):)?//.*?) \\((?:in .*, )?column ");
    private static final String ROW = "%-52s %-7s %8d %6d %6d %6d %9s %7s%n";

    private final Path checkouts;
    private final List<String> misses = new ArrayList<>();
    private final Map<String, Count> totals = new TreeMap<>();

    private Score(Path checkouts) {
        this.checkouts = checkouts;
    }

    /** How many were to be said, how many of those were said, and how many were said without being right. */
    private static final class Count {
        int expected;
        int said;
        int wrong;

        void print(String what, String where) {
            System.out.printf(ROW, what, where, expected, said, expected - said, wrong, percent(said, said + wrong), percent(said, expected));
        }

        private static String percent(int part, int whole) {
            return whole == 0 ? "-" : String.format("%.0f %%", 100.0 * part / whole);
        }
    }

    /** Prints the scores; the exit code says nothing about them. */
    public static void main(String[] arguments) throws IOException {
        Score score = new Score(Path.of(arguments[0]));
        System.out.printf("%-52s %-7s %8s %6s %6s %6s %9s %7s%n", "front end", "where", "expected", "right", "missed", "wrong", "precision", "recall");
        for (int i = 2; i < arguments.length; i++) {
            score.table(Path.of(arguments[i]));
        }
        score.totals.forEach((where, count) -> count.print("all", where));
        score.misses.add(0, "repository\twhere\tmiss\tfile\tline\tid\twhat");
        Files.write(Path.of(arguments[1]), score.misses);
    }

    private void table(Path file) throws IOException {
        Map<List<String>, List<Map<String, String>>> groups = new LinkedHashMap<>();
        for (Map<String, String> row : Checkouts.rows(file)) {
            groups.computeIfAbsent(List.of(row.get("repository"), row.get("where")), g -> new ArrayList<>()).add(row);
        }
        groups.forEach(this::group);
    }

    private void group(List<String> group, List<Map<String, String>> rows) {
        String where = group.get(1);
        Path root = checkouts.resolve(group.get(0).replace('/', '+'));
        Application application = Checkouts.planned(root).application();
        DiskTree tree = new DiskTree(root);
        List<Finding> findings =
                new ArrayList<>(
                        where.equals("pages")
                                ? BundleGuard.look(Bundle.read(root.resolve(rows.get(0).get("output"))), tree, application)
                                : SourceGuard.look(tree, application).findings());
        Count count = new Count();
        for (Map<String, String> row : rows) {
            if (row.get("id").isEmpty()) {
                continue;
            }
            count.expected++;
            Optional<Finding> said = findings.stream().filter(f -> isThat(f, row)).findFirst();
            said.ifPresent(findings::remove);
            count.said += said.isPresent() ? 1 : 0;
            if (said.isEmpty()) {
                misses.add(String.join("\t", group.get(0), where, "missed", row.get("file"), row.get("line"), row.get("id"), row.get("address")));
            }
        }
        for (Finding finding : findings) {
            count.wrong++;
            String line = line(finding);
            misses.add(String.join("\t", group.get(0), where, "wrong", finding.file().orElse(""), line, finding.id(), finding.message()));
        }
        count.print(group.get(0), where);
        Count total = totals.computeIfAbsent(where, w -> new Count());
        total.expected += count.expected;
        total.said += count.said;
        total.wrong += count.wrong;
    }

    private static boolean isThat(Finding finding, Map<String, String> row) {
        Pattern file = Pattern.compile(Pattern.quote(row.get("file")).replace("*", "\\E[^/]*\\Q"));
        Matcher address = ADDRESS.matcher(finding.message());
        String said = address.find() ? address.group(1) : "";
        return finding.id().equals(row.get("id"))
                && file.matcher(finding.file().orElse("")).matches()
                && (row.get("line").isEmpty() || row.get("line").equals(line(finding)))
                && said.startsWith(row.get("address"));
    }

    private static String line(Finding finding) {
        return finding.line().isPresent() ? String.valueOf(finding.line().getAsInt()) : "";
    }
}
