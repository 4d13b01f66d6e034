package io.github.fullstackmaven.detect;

import io.github.fullstackmaven.detect.dockerfile.DockerfileSurvey;
import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.go.GoSurvey;
import io.github.fullstackmaven.detect.java.JavaSurvey;
import io.github.fullstackmaven.detect.node.NodeSurvey;
import io.github.fullstackmaven.detect.other.OtherSurvey;
import io.github.fullstackmaven.detect.pages.PagesSurvey;
import io.github.fullstackmaven.detect.python.PythonSurvey;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.detect.rust.RustSurvey;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.scan.ManifestFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds which directories of a repository may be services, from their manifests alone. */
public final class Survey {
    private final Manifests manifests;
    private final Map<Ecosystem, RuleBook> books;

    Survey(Manifests manifests, Map<Ecosystem, RuleBook> books) {
        this.manifests = manifests;
        this.books = new EnumMap<>(books);
    }

    /** Returns every site, by directory, then by ecosystem. */
    public List<Site> sites() {
        Map<String, List<String>> found =
                new ManifestFinder(this::isManifest).find(manifests.tree());
        List<Site> sites = new ArrayList<>();
        for (RuleBook book : books.values()) {
            List<String> directories =
                    found.entrySet().stream()
                            .filter(entry -> entry.getValue().stream().anyMatch(book::isManifest))
                            .map(Map.Entry::getKey)
                            .toList();
            sites.addAll(sites(book, directories));
        }
        sites.sort(Comparator.comparing(Site::path).thenComparing(Site::ecosystem));
        return new DockerfileSurvey(manifests).settled(sites);
    }

    /** Returns what a directory is that the user names. */
    public List<Site> at(String directory) {
        List<Site> sites = new ArrayList<>();
        for (RuleBook book : books.values()) {
            boolean any = manifests.tree().files(directory).stream().anyMatch(book::isManifest);
            if (!any) {
                continue;
            }
            if (book.ecosystem() == Ecosystem.RUST) {
                new RustSurvey(manifests, book).at(directory).ifPresent(sites::add);
            } else if (book.ecosystem() == Ecosystem.STATIC) {
                new PagesSurvey(manifests, book).at(directory).ifPresent(sites::add);
            } else if (book.ecosystem() == Ecosystem.GO) {
                new GoSurvey(manifests, book).at(directory).ifPresent(sites::add);
            } else if (book.ecosystem() == Ecosystem.JAVA) {
                new JavaSurvey(manifests, book).at(directory).ifPresent(sites::add);
            } else if (book.ecosystem() == Ecosystem.NODE) {
                sites.addAll(new NodeSurvey(manifests, book).at(directory));
            } else {
                sites.addAll(sites(book, List.of(directory)));
            }
        }
        return new DockerfileSurvey(manifests).named(sites);
    }

    private boolean isManifest(String name) {
        for (RuleBook book : books.values()) {
            if (book.isManifest(name)) {
                return true;
            }
        }
        return false;
    }

    private List<Site> sites(RuleBook book, List<String> directories) {
        return switch (book.ecosystem()) {
            case RUST -> new RustSurvey(manifests, book).sites(directories);
            case GO -> new GoSurvey(manifests, book).sites(directories);
            case PYTHON -> new PythonSurvey(manifests, book).sites(directories);
            case JAVA -> new JavaSurvey(manifests, book).sites(directories);
            case NODE -> new NodeSurvey(manifests, book).sites(directories);
            case STATIC -> new PagesSurvey(manifests, book).sites(directories);
            default -> new OtherSurvey(manifests, book).sites(directories);
        };
    }
}
