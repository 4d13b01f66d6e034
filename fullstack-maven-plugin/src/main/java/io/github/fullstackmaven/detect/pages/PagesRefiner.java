package io.github.fullstackmaven.detect.pages;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.PagesFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Start;
import java.util.List;
import java.util.Optional;

/** Describes pages that are served as they are, or that a generator of Debian's makes. */
public final class PagesRefiner {
    private final Manifests manifests;

    public PagesRefiner(Manifests manifests) {
        this.manifests = manifests;
    }

    /** Returns what was found. */
    public Answer answer(Site site) {
        Optional<PageGenerator> generator =
                site.framework().flatMap(id -> PageGenerator.of(manifests, site.path(), id));
        Optional<String> output =
                generator
                        .map(PageGenerator::output)
                        .or(() -> Staticfile.root(manifests.tree(), site.path()));
        Service service =
                Service.at(site.path(), site.kind(), site.ecosystem())
                        .framework(site.framework())
                        .build(generator.map(g -> List.of(g.build())).orElse(List.of()))
                        .output(output)
                        .start(new Start("static", List.of(), output))
                        .facts(
                                new PagesFacts(
                                        generator.map(PageGenerator::packages).orElse(List.of())))
                        .accuracy(site.accuracy())
                        .evidence(site.evidence())
                        .service();
        return new Answer(service, List.of(), List.of());
    }
}
