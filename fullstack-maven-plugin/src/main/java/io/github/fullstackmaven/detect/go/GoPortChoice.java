package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.rules.Rule;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides among the ports that a program names, and says where it names two. */
final class GoPortChoice {
    private static final Pattern BEEGO =
            Pattern.compile("(?im)^\\s*httpport\\s*=\\s*(\\d{2,5})\\s*$");

    private final Tree tree;
    private final GoModule module;
    private final List<Finding> findings = new ArrayList<>();

    GoPortChoice(Tree tree, GoModule module) {
        this.tree = tree;
        this.module = module;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns the port of the sources, else of the configuration, else the framework's usual. */
    Optional<Sourced<Integer>> of(
            List<GoPorts.Found> ports, Optional<String> framework, RuleBook.Verdict verdict) {
        if (ports.isEmpty()) {
            return configured(framework).or(() -> verdict.conclusion().flatMap(Rule::usualPort));
        }
        GoPorts.Found best = ports.get(0);
        ports.stream()
                .filter(other -> other.rank() == best.rank() && other.port() != best.port())
                .findFirst()
                .ifPresent(rival -> findings.add(two(best, rival)));
        return Optional.of(new Sourced<>(best.port(), best.source()));
    }

    /** {@code httpport = 8080} in the {@code conf/app.conf} of Beego. */
    Optional<Sourced<Integer>> configured(Optional<String> framework) {
        if (framework.filter("beego"::equals).isEmpty()) {
            return Optional.empty();
        }
        String path = RepositoryPath.join(module.directory(), "conf/app.conf");
        String text = tree.read(path).orElse("");
        Matcher found = BEEGO.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        long line = text.substring(0, found.start(1)).lines().count();
        return Optional.of(new Sourced<>(Integer.valueOf(found.group(1)), path + ":" + line));
    }

    private static Finding two(GoPorts.Found best, GoPorts.Found rival) {
        return Finding.warning(
                "FS-GO-010",
                "the sources name port "
                        + best.port()
                        + " ("
                        + best.source()
                        + ") and port "
                        + rival.port()
                        + " ("
                        + rival.source()
                        + "); the first is used",
                "set fullstack.backendPort");
    }
}
