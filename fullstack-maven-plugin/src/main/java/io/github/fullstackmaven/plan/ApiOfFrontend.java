package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Whether a server-rendered front end answers below {@code /api} itself, by the directories in
 * which the frameworks look for such routes.
 */
final class ApiOfFrontend {
    private static final List<String> DIRECTORIES =
            List.of(
                    "app/api",
                    "pages/api",
                    "src/app/api",
                    "src/pages/api",
                    "server/api",
                    "src/routes/api",
                    "app/routes/api",
                    "src/server/routes/api");

    private ApiOfFrontend() {}

    /** Returns the directory of the routes; empty when there is none. */
    static Optional<String> in(Tree tree, Service frontend) {
        if (frontend.kind() != ServiceKind.SSR_FRONTEND) {
            return Optional.empty();
        }
        return DIRECTORIES.stream()
                .map(name -> RepositoryPath.join(frontend.path(), name))
                .filter(tree::isDirectory)
                .findFirst();
    }
}
