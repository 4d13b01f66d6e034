package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.detect.dockerfile.DockerfileSurvey;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which back ends are deployed together. One that is surely a back end always is; one that is
 * less sure is where it is a service of its own: a server's framework in a directory apart.
 */
final class SeveralBackends {
    /** Directories whose programs help with the work on others. */
    private static final Set<String> HELPERS =
            Set.of(
                    "bench",
                    "benchmark",
                    "benchmarks",
                    "ci",
                    "demo",
                    "demos",
                    "dev",
                    "doc",
                    "docs",
                    "e2e",
                    "examples",
                    "example",
                    "hack",
                    "mock",
                    "mocks",
                    "sample",
                    "samples",
                    "script",
                    "scripts",
                    "test",
                    "testing",
                    "tests",
                    "tool",
                    "tooling",
                    "tools");

    private final List<Site> backends;

    SeveralBackends(List<Site> backends) {
        this.backends = List.copyOf(backends);
    }

    /** Returns the services; none or one where the back ends do not stand beside each other. */
    List<Site> services() {
        List<Site> sure = backends.stream().filter(s -> s.accuracy() == Accuracy.HIGH).toList();
        List<Site> apart =
                backends.stream()
                        .filter(s -> s.accuracy() == Accuracy.MEDIUM)
                        .filter(this::isService)
                        .toList();
        long rivals = backends.stream().filter(s -> s.accuracy() == Accuracy.MEDIUM).count();
        if (sure.isEmpty() && rivals != apart.size()) {
            return List.of();
        }
        return backends.stream().filter(s -> sure.contains(s) || apart.contains(s)).toList();
    }

    private boolean isService(Site site) {
        boolean helps =
                Stream.of(site.path().split("/"))
                        .anyMatch(
                                part -> Stream.of(part.split("[_-]")).anyMatch(HELPERS::contains));
        boolean alone =
                backends.stream()
                        .filter(other -> other.accuracy() != Accuracy.LOW && !other.equals(site))
                        .noneMatch(
                                other ->
                                        RepositoryPath.isWithin(site.path(), other.path())
                                                || RepositoryPath.isWithin(
                                                        other.path(), site.path()));
        return site.buildable()
                && site.framework().isPresent()
                && !helps
                && (alone || DockerfileSurvey.isBuiltByItsOwn(site));
    }
}
