package io.github.fullstackmaven.detect;

import io.github.fullstackmaven.detect.dockerfile.DockerfileRefiner;
import io.github.fullstackmaven.detect.dockerfile.DockerfileSurvey;
import io.github.fullstackmaven.detect.dockerfile.ImagePort;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.go.GoRefiner;
import io.github.fullstackmaven.detect.java.JavaRefiner;
import io.github.fullstackmaven.detect.java.ServerOptions;
import io.github.fullstackmaven.detect.node.NodeRefiner;
import io.github.fullstackmaven.detect.other.OtherRefiner;
import io.github.fullstackmaven.detect.pages.PagesRefiner;
import io.github.fullstackmaven.detect.python.PythonRefiner;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.detect.rust.RustRefiner;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Explanation;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.Tree;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
                    Ecosystem.STATIC,
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

    /** Says of every directory with a manifest why it is what it is, by directory. */
    public List<Explanation> explain() {
        Map<String, Explanation> explanations = new TreeMap<>();
        Map<Ecosystem, RuleBook> telling = new EnumMap<>(Ecosystem.class);
        books.forEach(
                (ecosystem, book) ->
                        telling.put(
                                ecosystem,
                                book.telling(
                                        facts ->
                                                explanations.computeIfAbsent(
                                                        facts.directory() + '\0' + ecosystem.id(),
                                                        key -> book.explain(facts)))));
        new Survey(manifests, telling).sites();
        return List.copyOf(explanations.values());
    }

    /** Looks into a site; the sources are read only now. */
    public Answer look(Site site, Hints hints) {
        if (DockerfileSurvey.isBuiltByItsOwn(site) && !hints.ownBuild()) {
            return new DockerfileRefiner(manifests)
                    .answer(site, hints, other(site, hints).service());
        }
        // Whoever says how pages are built needs no generator of ours.
        boolean pages = site.ecosystem() == Ecosystem.STATIC && hints.ownBuild();
        Answer answer = site.buildable() || pages ? built(site, hints) : other(site, hints);
        return new ExamplePort(manifests.tree())
                .settled(new ImagePort(manifests.tree()).settled(answer));
    }

    private Answer built(Site site, Hints hints) {
        return switch (site.ecosystem()) {
            case RUST -> new RustRefiner(manifests, books.get(Ecosystem.RUST)).answer(site, hints);
            case GO -> new GoRefiner(manifests, books.get(Ecosystem.GO)).answer(site, hints);
            case PYTHON ->
                    new PythonRefiner(manifests, books.get(Ecosystem.PYTHON)).answer(site, hints);
            case JAVA -> new JavaRefiner(manifests, books.get(Ecosystem.JAVA)).answer(site, hints);
            case NODE -> new NodeRefiner(manifests, books.get(Ecosystem.NODE)).answer(site, hints);
            case STATIC -> new PagesRefiner(manifests).answer(site);
            default -> other(site, hints);
        };
    }

    /** Returns the manifests that were asked for and do not parse, by path. */
    public Map<String, Finding> broken() {
        return manifests.broken();
    }

    private Answer other(Site site, Hints hints) {
        if (site.ecosystem() == Ecosystem.NIX) {
            return new Answer(byFlakeAlone(site), List.of(), List.of());
        }
        Optional<Sourced<Integer>> usual =
                books.get(site.ecosystem())
                        .port(site.evidence())
                        .map(port -> new Sourced<>(port, "usual for it"));
        Optional<Sourced<Integer>> port =
                site.ecosystem() == Ecosystem.JAVA
                        ? ServerOptions.port(manifests, site.path()).or(() -> usual)
                        : usual;
        return new OtherRefiner(manifests, port).answer(site, hints);
    }

    /** Nothing but the flake knows what it is. */
    private static Service byFlakeAlone(Site site) {
        return Service.at(site.path(), site.kind(), site.ecosystem())
                .start(
                        site.isFrontend()
                                ? Start.ofStaticFiles()
                                : new Start("none", List.of(), Optional.empty()))
                .accuracy(site.accuracy())
                .evidence(site.evidence())
                .service();
    }
}
