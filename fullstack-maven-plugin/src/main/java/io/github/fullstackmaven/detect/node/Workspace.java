package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The packages that are installed together.
 *
 * @param root the manifest at the top
 * @param members the others, by directory
 */
record Workspace(PackageJson root, Map<String, PackageJson> members) {

    Workspace {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /** Returns what a project is installed with: its workspaces, or itself alone. */
    static Workspace of(Manifests manifests, PackageJson project) {
        Optional<NxProject> nx = NxProject.of(manifests, project.directory());
        if (nx.isPresent()) {
            return of(manifests, nx.get().top());
        }
        String at = project.directory();
        while (true) {
            Optional<PackageJson> root = PackageJson.of(manifests, at);
            List<String> patterns = root.map(found -> patterns(manifests, found)).orElse(List.of());
            if (!patterns.isEmpty()) {
                Map<String, PackageJson> members = new TreeMap<>();
                for (String directory : MemberDirectories.of(manifests.tree(), at, patterns)) {
                    PackageJson.of(manifests, directory)
                            .ifPresent(member -> members.put(directory, member));
                }
                if (at.equals(project.directory()) || members.containsKey(project.directory())) {
                    members.remove(at);
                    return new Workspace(root.orElseThrow(), members);
                }
            }
            if (at.equals(RepositoryPath.ROOT)) {
                return new Workspace(project, Map.of());
            }
            at = RepositoryPath.parent(at);
        }
    }

    private static List<String> patterns(Manifests manifests, PackageJson root) {
        List<String> patterns = new ArrayList<>(root.workspaces());
        patterns.addAll(PnpmWorkspace.packages(manifests.tree(), root.directory()));
        return patterns;
    }

    /** Returns whether anything of somebody else's is installed. */
    boolean hasDependencies() {
        return Stream.concat(Stream.of(root), members.values().stream())
                .anyMatch(PackageJson::hasDependencies);
    }

    String directory() {
        return root.directory();
    }

    /** Returns a path of the repository as seen from the workspace. */
    String relative(String path) {
        return RepositoryPath.relative(directory(), path);
    }

    /** Returns true when a project is one of several packages. */
    boolean hasMember(PackageJson project) {
        return members.containsKey(project.directory());
    }

    /** Returns the packages of the repository that one needs, each after those that it needs. */
    List<PackageJson> needs(PackageJson project) {
        Map<String, PackageJson> byName = new TreeMap<>();
        members.values().forEach(member -> member.name().ifPresent(n -> byName.put(n, member)));
        Set<PackageJson> found = new LinkedHashSet<>();
        collect(project, byName, new LinkedHashSet<>(), found);
        found.remove(project);
        return List.copyOf(found);
    }

    /** What is on the way already is not entered again: packages may need each other in a ring. */
    private static void collect(
            PackageJson project,
            Map<String, PackageJson> byName,
            Set<String> onTheWay,
            Set<PackageJson> found) {
        if (!onTheWay.add(project.directory())) {
            return;
        }
        project.dependencies().keySet().stream()
                .sorted()
                .filter(byName::containsKey)
                .forEach(name -> collect(byName.get(name), byName, onTheWay, found));
        found.add(project);
    }
}
