import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what the detector says of checked out repositories with tables of what is expected: a line a column and table, and every miss in a file,
 * with the judgement that judgements.tsv has for it. Arguments: the directory of the checkouts (OWNER+NAME each), the file of the judgements, the file
 * for the misses, then the tables. Fetches nothing.
 */
public final class Score {
    private static final List<String> COLUMNS =
            List.of("kind", "ecosystem", "framework", "package_manager", "output", "start_kind", "start_entry", "port", "chosen");
    /** What the tables call the ecosystems; one that is not here is none of ours. */
    private static final Map<String, String> ECOSYSTEMS = new TreeMap<>();

    static {
        for (String same : "node rust go python java dotnet php ruby deno elixir".split(" ")) {
            ECOSYSTEMS.put(same, same);
        }
        ECOSYSTEMS.putAll(Map.of("golang", "go", "staticfile", "static", "typescript", "node", "javascript", "node"));
        ECOSYSTEMS.putAll(Map.of("c#", "dotnet", "f#", "dotnet", "visual basic .net", "dotnet"));
    }

    private final Path checkouts;
    private final Map<String, String> judgements = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private final Map<String, int[]> scores = new LinkedHashMap<>();
    private String table;

    private Score(Path checkouts) {
        this.checkouts = checkouts;
    }

    /** Prints the scores; the exit code says nothing about them. */
    public static void main(String[] arguments) throws IOException {
        Score score = new Score(Path.of(arguments[0]));
        for (Map<String, String> row : Checkouts.rows(Path.of(arguments[1]))) {
            score.judgements.put(row.get("what") + " " + row.get("column"), row.get("judgement") + "\t" + row.get("why"));
        }
        System.out.printf("%-32s %-16s %6s %6s %7s%n", "table", "column", "right", "of", "rate");
        for (String table : Arrays.copyOfRange(arguments, 3, arguments.length)) {
            score.table(Path.of(table));
        }
        score.misses.add(0, "table\twhat\tcolumn\texpected\tgot\tjudgement\twhy");
        Files.write(Path.of(arguments[2]), score.misses);
    }

    private void table(Path file) throws IOException {
        table = file.getFileName().toString().replace("-expected.tsv", "").replace("expected-", "").replace(".tsv", "");
        scores.clear();
        Map<String, List<Service>> planned = new TreeMap<>();
        for (Map<String, String> row : Checkouts.rows(file)) {
            if (row.containsKey("repository")) {
                monorepo(row, planned);
            } else if (row.containsKey("provider")) {
                nixpacks(row);
            } else {
                alizer(row);
            }
        }
        for (String column : COLUMNS) {
            int[] n = scores.get(column);
            if (n != null) {
                System.out.printf("%-32s %-16s %6d %6d %6.1f%%%n", table, column, n[0], n[1], 100.0 * n[0] / n[1]);
            }
        }
    }

    /** One service of a repository with several: by its directory. */
    private void monorepo(Map<String, String> row, Map<String, List<Service>> planned) {
        String repository = row.get("repository");
        Path root = checkouts.resolve(repository.replace('/', '+'));
        String what = repository + ":" + row.get("path") + ":" + row.get("ecosystem");
        Optional<Service> found =
                services(root).stream()
                        .filter(s -> s.path().equals(row.get("path")) && s.ecosystem().id().equals(row.get("ecosystem")))
                        .findFirst();
        compare(what, "ecosystem", row.get("ecosystem"), found.map(s -> s.ecosystem().id()));
        compare(what, "kind", row.get("kind"), found.map(s -> s.kind().id()));
        compare(what, "framework", row.get("framework"), found.flatMap(Service::framework));
        compare(what, "package_manager", row.get("package_manager"), found.flatMap(Service::packageManager));
        compare(what, "output", row.get("output"), found.flatMap(s -> s.output().map(o -> Path.of(s.path()).resolve(o).normalize().toString())));
        start(what, row, found, root.resolve(row.get("path")));
        compare(what, "port", row.get("port"), found.flatMap(Service::port).map(p -> p.value().toString()));
        boolean chosen =
                planned.computeIfAbsent(repository, r -> Checkouts.planned(root).application().services()).stream()
                        .anyMatch(s -> s.path().equals(row.get("path")) && s.ecosystem().id().equals(row.get("ecosystem")));
        compare(what, "chosen", "yes", Optional.of(chosen ? "yes" : "no"));
    }

    /** One application, one answer. */
    private void nixpacks(Map<String, String> row) {
        String what = row.get("path");
        Path root = checkouts.resolve("railwayapp+nixpacks").resolve(what);
        String ecosystem = ECOSYSTEMS.get(row.get("provider"));
        if (ecosystem == null) {
            return;
        }
        Optional<Service> found = primary(services(root), root);
        compare(what, "ecosystem", ecosystem, found.map(s -> s.ecosystem().id()));
        compare(what, "framework", row.get("framework"), found.flatMap(Service::framework));
        compare(what, "package_manager", row.get("package_manager"), found.flatMap(Service::packageManager));
        compare(what, "output", row.get("output_dir"), found.flatMap(s -> s.output().map(o -> Path.of(s.path()).resolve(o).normalize().toString())).map(o -> o.isEmpty() ? "." : o));
        boolean own = List.of("", "Procfile", "Staticfile").contains(row.get("overrides"));
        if (own) {
            start(what, row, found, root);
        }
    }

    private void alizer(Map<String, String> row) {
        String what = row.get("path").replace("resources/projects/", "");
        Path root = checkouts.resolve("devfile+alizer").resolve(row.get("path"));
        List<Service> services = services(root);
        Optional<Service> found = primary(services, root);
        compare(what, "ecosystem", ECOSYSTEMS.getOrDefault(row.get("language"), ""), found.map(s -> s.ecosystem().id()));
        boolean version = row.get("frameworks").matches("net.*\\d|nodejs");
        compare(what, "framework", version ? "" : row.get("frameworks"), found.flatMap(Service::framework));
        Set<String> expected = new TreeSet<>(List.of(row.get("ports").split(",")));
        Set<String> got = services.stream().flatMap(s -> s.port().stream()).map(p -> p.value().toString()).collect(Collectors.toCollection(TreeSet::new));
        boolean one = services.size() == 1 && !got.isEmpty() && expected.containsAll(got);
        String ports = String.join(",", expected);
        compare(what, "port", ports, Optional.of(one ? ports : String.join(",", got)).filter(p -> !p.isEmpty()));
    }

    private void start(String what, Map<String, String> row, Optional<Service> found, Path directory) {
        String kind = row.get("start_kind").replaceFirst("^bin$", "binary");
        String entry = row.get("start_entry").replaceFirst("^out$", "");
        Optional<String> gotKind = found.map(s -> s.start().kind());
        Optional<String> gotEntry = found.flatMap(s -> s.start().entry());
        // A script that is followed to the program that it runs is the same start.
        String script = kind.equals("script") ? script(directory, entry) : "";
        boolean followed = !script.isEmpty() && gotEntry.filter(script::contains).isPresent();
        compare(what, "start_kind", kind, followed ? Optional.of(kind) : gotKind);
        boolean attribute = !entry.contains(":") && Set.of("wsgi", "asgi").contains(kind);
        compare(what, "start_entry", entry, followed ? Optional.of(entry) : gotEntry.map(e -> attribute ? e.replaceFirst(":.*", "") : e));
    }

    private static String script(Path directory, String name) {
        try {
            JsonNode manifest = JsonMapper.builder().build().readTree(directory.resolve("package.json").toFile());
            return manifest.path("scripts").path(name).asText();
        } catch (IOException none) {
            return "";
        }
    }

    private void compare(String what, String column, String expected, Optional<String> got) {
        if (expected.isEmpty()) {
            return;
        }
        boolean right = expected.equals(got.orElse("-"));
        int[] score = scores.computeIfAbsent(column, c -> new int[2]);
        score[0] += right ? 1 : 0;
        score[1]++;
        if (!right) {
            String judgement = judgements.getOrDefault(what + " " + column, judgements.getOrDefault(what + " *", "?\t"));
            misses.add(String.join("\t", table, what, column, expected, got.orElse("-"), judgement));
        }
    }

    private static List<Service> services(Path root) {
        Detector detector = new Detector(new DiskTree(root));
        return detector.survey().sites().stream()
                .filter(site -> site.kind() != ServiceKind.LIBRARY)
                .map(site -> look(detector, site, root))
                .toList();
    }

    private static Service look(Detector detector, Site site, Path root) {
        try {
            return detector.look(site, Hints.NONE).service();
        } catch (RuntimeException crash) {
            throw new IllegalStateException(root + " " + site.path(), crash);
        }
    }

    /** The answer where only one can be given: the shallowest process, else the shallowest page. */
    private static Optional<Service> primary(List<Service> services, Path root) {
        List<ServiceKind> order = List.of(ServiceKind.BACKEND, ServiceKind.SSR_FRONTEND, ServiceKind.STATIC_FRONTEND, ServiceKind.WORKER, ServiceKind.DOCKERFILE);
        return services.stream()
                .min(
                        Comparator.comparing((Service s) -> s.path().equals(".") ? 0 : s.path().split("/").length)
                                .thenComparing(Service::accuracy, Comparator.reverseOrder())
                                .thenComparing(s -> order.indexOf(s.kind()))
                                .thenComparing(Service::path));
    }
}
