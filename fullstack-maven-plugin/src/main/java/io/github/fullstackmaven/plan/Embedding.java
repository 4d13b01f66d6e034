package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;

/** Whether the pages lie inside a back end's binary, so that the back end answers {@code /}. */
final class Embedding {
    private Embedding() {}

    /** Returns the back end that embeds what the front end's build leaves. */
    static Optional<Service> owner(Service frontend, List<Service> backends) {
        Optional<String> pages =
                frontend.output().flatMap(out -> RepositoryPath.resolve(frontend.path(), out));
        return backends.stream()
                .filter(
                        backend ->
                                backend.facts().embedded().stream()
                                        .anyMatch(
                                                directory ->
                                                        pages.isPresent()
                                                                && overlap(pages.get(), directory)))
                .findFirst();
    }

    private static boolean overlap(String pages, String directory) {
        return RepositoryPath.isWithin(pages, directory)
                || RepositoryPath.isWithin(directory, pages);
    }
}
