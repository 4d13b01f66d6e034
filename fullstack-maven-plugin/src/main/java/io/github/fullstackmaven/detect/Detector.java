package io.github.fullstackmaven.detect;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.go.GoRefiner;
import io.github.fullstackmaven.detect.node.NodeRefiner;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.detect.rust.RustRefiner;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.Tree;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The detector of one repository: {@link #survey} says which directories there are, {@link #look}
 * what is in one of them.
 */
public final class Detector {
    private static final List<Ecosystem> ECOSYSTEMS =
            List.of(
                    Ecosystem.NODE,
                    Ecosystem.RUST,
                    Ecosystem.GO,
                    Ecosystem.PYTHON,
                    Ecosystem.JAVA,
                    Ecosystem.DOTNET,
                    Ecosystem.PHP,
                    Ecosystem.RUBY,
                    Ecosystem.DENO,
                    Ecosystem.ELIXIR,
                    Ecosystem.DOCKERFILE);

    private final Manifests manifests;
    private final Map<Ecosystem, RuleBook> books;

    public Detector(Tree tree) {
        this.manifests = new Manifests(tree);
        this.books = Books.ALL;
    }

    /** The rules do not change while the program runs. */
    private static final class Books {
        static final Map<Ecosystem, RuleBook> ALL = load();

        private static Map<Ecosystem, RuleBook> load() {
            Map<Ecosystem, RuleBook> books = new EnumMap<>(Ecosystem.class);
            ECOSYSTEMS.forEach(ecosystem -> books.put(ecosystem, RuleBook.load(ecosystem)));
            return Collections.unmodifiableMap(books);
        }
    }

    /** Returns the directories that may be services. */
    public Survey survey() {
        return new Survey(manifests, books);
    }

    /** Looks into a site; the sources are read only now. */
    public Answer look(Site site, Hints hints) {
        if (!site.buildable()) {
            return new Answer(
                    unbuildable(site),
                    List.of(),
                    hints.ownBuild() ? List.of() : List.of(later(site)));
        }
        return switch (site.ecosystem()) {
            case RUST -> new RustRefiner(manifests, books.get(Ecosystem.RUST)).answer(site, hints);
            case GO -> new GoRefiner(manifests, books.get(Ecosystem.GO)).answer(site, hints);
            case NODE -> new NodeRefiner(manifests).answer(site);
            default -> new Answer(unbuildable(site), List.of(), List.of(later(site)));
        };
    }

    /** Returns the manifests that were asked for and do not parse, by path. */
    public Map<String, Finding> broken() {
        return manifests.broken();
    }

    private static Finding later(Site site) {
        return Finding.error(
                        "FS-DETECT-010",
                        site.describe()
                                + " is recognised, but this version builds Rust back ends and Vite"
                                + " front ends alone",
                        "wait for a version that builds it, or point "
                                + (site.isFrontend()
                                        ? "fullstack.frontendDir"
                                        : "fullstack.backendDir")
                                + " to another directory")
                .at(site.evidence().isEmpty() ? site.path() : site.evidence().get(0).file());
    }

    private static Service unbuildable(Site site) {
        return Service.at(site.path(), site.kind(), site.ecosystem())
                .framework(site.framework())
                .start(
                        site.isFrontend()
                                ? Start.ofStaticFiles()
                                : new Start("none", List.of(), Optional.empty()))
                .accuracy(site.accuracy())
                .evidence(site.evidence())
                .service();
    }
}
