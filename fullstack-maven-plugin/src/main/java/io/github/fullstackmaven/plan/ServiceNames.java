package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for services: the directory's, as far as it can be a name, and never twice. */
final class ServiceNames {
    /** Stages of the Dockerfile that are not a service's own. */
    private static final Set<String> TAKEN =
            Set.of("app", "bundle", "gateway", "minimal", "runtime", "scratch");

    private final Set<String> given = new HashSet<>();

    /** Returns the name of a service in a directory. */
    String of(String path, String instead) {
        String name =
                path.equals(RepositoryPath.ROOT)
                        ? instead
                        : RepositoryPath.name(path)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("^[^a-z]+|-+$", "");
        return free(name.isEmpty() ? instead : name);
    }

    /** Returns a name, or the next one that is free. */
    String free(String name) {
        String candidate = TAKEN.contains(name) ? name + "-service" : name;
        for (int i = 2; !given.add(candidate); i++) {
            candidate = name + "-" + i;
        }
        return candidate;
    }
}
