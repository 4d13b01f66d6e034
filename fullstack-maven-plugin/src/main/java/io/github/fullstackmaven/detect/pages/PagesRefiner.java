package io.github.fullstackmaven.detect.pages;

import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.PagesFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Start;
import java.util.List;

/** Describes pages that are served as they are. */
public final class PagesRefiner {

    /** Returns what was found. */
    public Answer answer(Site site) {
        Service service =
                Service.at(site.path(), site.kind(), site.ecosystem())
                        .start(Start.ofStaticFiles())
                        .facts(new PagesFacts())
                        .accuracy(site.accuracy())
                        .evidence(site.evidence())
                        .service();
        return new Answer(service, List.of(), List.of());
    }
}
