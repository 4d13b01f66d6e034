package io.github.fullstackmaven.detect.pages;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.DirectoryFacts;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds pages that no build makes. Many directories hold an {@code index.html} that is a template,
 * a sample or a part of a program: only the repository itself and directories that are called so
 * count, and none inside a project of another kind.
 */
public final class PagesSurvey {
    private static final Set<String> NAMES =
            Set.of(
                    "frontend",
                    "client",
                    "web",
                    "ui",
                    "webapp",
                    "www",
                    "site",
                    "website",
                    "spa",
                    "public",
                    "html",
                    "pages");
    private static final Set<String> PROJECTS =
            Set.of("package.json", "composer.json", "Gemfile", "mix.exs", "angular.json");

    private final Manifests manifests;
    private final Tree tree;
    private final RuleBook rules;

    /**
     * Makes a survey.
     *
     * @param rules the rules of static pages
     */
    public PagesSurvey(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.tree = manifests.tree();
        this.rules = rules;
    }

    /** Returns the sites among directories that hold a page or a generator's configuration. */
    public List<Site> sites(List<String> directories) {
        return directories.stream()
                .filter(this::isPlace)
                .map(this::at)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the site of a directory, whatever it is called. */
    public Optional<Site> at(String directory) {
        return rules.site(new DirectoryFacts(tree, directory, Map.of(), Map.of(), directory))
                .map(site -> isGenerated(site) ? site.built() : site);
    }

    private boolean isGenerated(Site site) {
        return site.framework()
                .flatMap(name -> PageGenerator.of(manifests, site.path(), name))
                .isPresent();
    }

    private boolean isPlace(String directory) {
        boolean said = tree.isFile(RepositoryPath.join(directory, Staticfile.NAME));
        if (directory.equals(RepositoryPath.ROOT) || said) {
            return true;
        }
        String parent = RepositoryPath.parent(directory);
        boolean top = parent.equals(RepositoryPath.ROOT);
        boolean inProject =
                PROJECTS.stream().anyMatch(file -> tree.isFile(RepositoryPath.join(parent, file)));
        return top && !inProject && NAMES.contains(directory);
    }
}
