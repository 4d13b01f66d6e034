package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Vite is run, and where it leaves the pages.
 *
 * @param command the shell command
 * @param output the directory, relative to the project
 */
record ViteBuild(String command, String output) {
    private static final String DEFAULT_OUTPUT = "dist";
    private static final Pattern OUT_DIR =
            Pattern.compile("\\bvite(?:\\s+build)?\\b[^&|;]*?--outDir[ =]([\"']?)([^\\s\"']+)\\1");
    private static final Pattern ROOT = Pattern.compile("\\bvite\\s+build\\s+(?!-)([^\\s&|;]+)");

    static ViteBuild of(PackageJson project, Optional<ViteConfig> vite) {
        Optional<String> script = project.text("scripts", "build");
        String command = script.isPresent() ? "npm run build" : "npx vite build";
        Optional<String> root =
                script.flatMap(text -> group(ROOT, 1, text))
                        .or(() -> vite.flatMap(ViteConfig::root));
        String output =
                script.flatMap(text -> group(OUT_DIR, 2, text))
                        .or(() -> vite.flatMap(ViteConfig::outDir))
                        .orElse(DEFAULT_OUTPUT);
        String below = RepositoryPath.join(project.directory(), root.orElse(RepositoryPath.ROOT));
        String relative =
                RepositoryPath.resolve(below, output)
                        .map(path -> RepositoryPath.relative(project.directory(), path))
                        .orElse(output);
        return new ViteBuild(command, relative);
    }

    private static Optional<String> group(Pattern pattern, int group, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(group)) : Optional.empty();
    }
}
