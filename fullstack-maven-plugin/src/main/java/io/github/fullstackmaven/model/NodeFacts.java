package io.github.fullstackmaven.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A front end or program that Node.js builds.
 *
 * @param workspace the directory where dependencies are installed, relative to the repository; the
 *     service's own, or that of the workspaces it belongs to
 * @param setup shell commands that bring the package manager; none for npm
 * @param lockfile the lock file, relative to the workspace; absent when there is none
 * @param manifests the files that the install layer needs, relative to the workspace, sorted; none
 *     where dependencies cannot be installed without the sources
 * @param packages Debian packages that installing and building need
 * @param installEnvironment what tells the package manager how to install
 * @param environment what the framework's build is told
 * @param caches what the framework keeps from build to build; none where a script of the build may
 *     remove it
 * @param apiBases public build variables that take the base of the API ({@code VITE_API_BASE} …)
 * @param publicVariables the other variables that the build writes into the pages
 * @param built what a build on the machine itself leaves, relative to the workspace
 * @param program how the process is put together; absent for pages
 */
public record NodeFacts(
        String workspace,
        List<String> setup,
        Optional<String> lockfile,
        List<String> manifests,
        List<String> packages,
        Map<String, String> installEnvironment,
        Map<String, String> environment,
        List<BuildCache> caches,
        List<ApiBase> apiBases,
        List<String> publicVariables,
        List<String> built,
        Optional<NodeProgram> program)
        implements BuildFacts {

    public NodeFacts {
        setup = List.copyOf(setup);
        manifests = List.copyOf(manifests);
        packages = List.copyOf(packages);
        installEnvironment = Collections.unmodifiableMap(new TreeMap<>(installEnvironment));
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        caches = List.copyOf(caches);
        apiBases = List.copyOf(apiBases);
        publicVariables = List.copyOf(publicVariables);
        built = List.copyOf(built);
    }

    @Override
    public Optional<String> root() {
        return Optional.of(workspace);
    }
}
