package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.rules.DirectoryFacts;
import io.github.fullstackmaven.detect.rules.RuleBook;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the Python projects of a repository from their manifests. */
public final class PythonSurvey {
    private final Manifests manifests;
    private final RuleBook rules;

    public PythonSurvey(Manifests manifests, RuleBook rules) {
        this.manifests = manifests;
        this.rules = rules;
    }

    /** Returns the sites among directories that hold a manifest or a usual main file. */
    public List<Site> sites(List<String> directories) {
        return directories.stream()
                .filter(directory -> !isPartOfAnother(directory, directories))
                .map(this::site)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A directory with sources alone belongs to the project above it. */
    private boolean isPartOfAnother(String directory, List<String> directories) {
        return !declares(directory)
                && directories.stream()
                        .anyMatch(
                                other ->
                                        !other.equals(directory)
                                                && RepositoryPath.isWithin(directory, other));
    }

    private boolean declares(String directory) {
        return List.of("pyproject.toml", "requirements.txt", "Pipfile", "setup.py").stream()
                .anyMatch(name -> manifests.tree().isFile(RepositoryPath.join(directory, name)));
    }

    private Optional<Site> site(String directory) {
        PythonProject project = PythonProject.of(manifests, directory);
        Map<String, String> values = new TreeMap<>();
        if (!project.scripts().isEmpty()) {
            values.put("scripts", String.join(" ", project.scripts().keySet()));
        }
        if (project.table("build-system").isPresent()) {
            values.put("build-system", "");
        }
        if (project.table("project").isPresent() || project.table("tool", "poetry").isPresent()) {
            values.put("project", project.text("project", "name").orElse(""));
        }
        return rules.site(
                new DirectoryFacts(
                        manifests.tree(),
                        directory,
                        project.declared(),
                        values,
                        project.file("pyproject.toml")));
    }
}
