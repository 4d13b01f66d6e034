package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Vite leaves the pages. */
final class ViteOutput {
    private static final String DEFAULT = "dist";
    private static final Pattern OUT_DIR =
            Pattern.compile("\\bvite(?:\\s+build)?\\b[^&|;]*?--outDir[ =]([\"']?)([^\\s\"']+)\\1");
    private static final Pattern ROOT = Pattern.compile("\\bvite\\s+build\\s+(?!-)([^\\s&|;]+)");

    private ViteOutput() {}

    /** Returns the directory, relative to the project. */
    static String of(PackageJson project, String script, Optional<ViteConfig> vite) {
        Optional<String> root = group(ROOT, 1, script).or(() -> vite.flatMap(ViteConfig::root));
        String output =
                group(OUT_DIR, 2, script)
                        .or(() -> vite.flatMap(ViteConfig::outDir))
                        .orElse(DEFAULT);
        String below = RepositoryPath.join(project.directory(), root.orElse(RepositoryPath.ROOT));
        return RepositoryPath.resolve(below, output)
                .map(path -> RepositoryPath.relative(project.directory(), path))
                .orElse(output);
    }

    private static Optional<String> group(Pattern pattern, int group, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(group)) : Optional.empty();
    }
}
