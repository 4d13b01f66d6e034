package io.github.fullstackmaven.detect.other;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.DirectoryFacts;
import io.github.fullstackmaven.detect.rules.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what may be a service of an ecosystem by its rules alone. */
public final class OtherSurvey {
    private final Manifests manifests;
    private final RuleBook rules;

    public OtherSurvey(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns the sites among directories that hold a manifest. */
    public List<Site> sites(List<String> directories) {
        return directories.stream().map(this::site).flatMap(Optional::stream).toList();
    }

    private Optional<Site> site(String directory) {
        Map<String, String> declared = new Declared(manifests, directory).of(rules.ecosystem());
        return rules.site(
                new DirectoryFacts(manifests.tree(), directory, declared, Map.of(), directory));
    }
}
