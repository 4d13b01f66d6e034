package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sources that pages are built from: no tests, no settings of tools, nothing of other services,
 * and never more than a bounded part. Server-rendered front ends are left out: their sources run on
 * both sides, and on the server an address of this machine is a good one.
 */
final class FrontendSources {
    private static final int LONGEST = 400_000;
    private static final int DEPTH = 8;
    private static final int MOST_FILES = 1_500;
    private static final long MOST_TEXT = 12_000_000;

    private static final Set<String> ENDINGS =
            Set.of(
                    "js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte", "astro",
                    "html", "htm", "css", "scss", "sass", "less");
    private static final Pattern NOT_IN_PAGES =
            Pattern.compile(
                    ".*(?:\\.d\\.[cm]?ts"
                            + "|\\.(?:test|spec|stories|story|e2e|cy|mock|min|bench)\\..*"
                            + "|\\.(?:config|conf|workspace)\\.[cm]?[jt]s)"
                            + "|(?:setupProxy|setupTests|mockServiceWorker|gulpfile|Gruntfile)\\..*");
    private static final Set<String> OTHER_DIRECTORIES =
            Set.of(
                    "test",
                    "tests",
                    "__tests__",
                    "__mocks__",
                    "mocks",
                    "mock",
                    "e2e",
                    "cypress",
                    "playwright",
                    "spec",
                    "scripts",
                    "stories",
                    "docs",
                    "config");

    /** The settings that Angular puts in place of others, unless they are those of production. */
    private static final Pattern OTHER_ENVIRONMENT =
            Pattern.compile("environment\\.(?!prod)[\\w-]+\\.ts");

    private final Tree tree;
    private final Set<String> others;
    private final Map<String, String> files = new LinkedHashMap<>();
    private long left = MOST_TEXT;

    private FrontendSources(Tree tree, Set<String> others) {
        this.tree = tree;
        this.others = others;
    }

    /** Returns path to text. */
    static Map<String, String> of(Tree tree, Application application) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Service service : application.services()) {
            if (service.kind() == ServiceKind.STATIC_FRONTEND) {
                Set<String> others =
                        Set.copyOf(
                                application.services().stream()
                                        .map(Service::path)
                                        .filter(path -> !path.equals(service.path()))
                                        .toList());
                FrontendSources sources = new FrontendSources(tree, others);
                sources.collect(service.path(), DEPTH);
                all.putAll(sources.files);
            }
        }
        return all;
    }

    private void collect(String directory, int depth) {
        List<String> names = tree.files(directory, FrontendSources::isInPages);
        for (String name : names) {
            if (files.size() >= MOST_FILES || left <= 0) {
                return;
            }
            if (!isOtherEnvironment(name, names)) {
                String path = RepositoryPath.join(directory, name);
                tree.read(path)
                        .filter(text -> text.length() <= LONGEST)
                        .ifPresent(
                                text -> {
                                    left -= text.length();
                                    files.put(path, text);
                                });
            }
        }
        for (String child : depth > 0 ? tree.directories(directory) : List.<String>of()) {
            String path = RepositoryPath.join(directory, child);
            if (!OTHER_DIRECTORIES.contains(child) && !others.contains(path)) {
                collect(path, depth - 1);
            }
        }
    }

    private static boolean isInPages(String name) {
        return ENDINGS.contains(Mentions.ending(name)) && !NOT_IN_PAGES.matcher(name).matches();
    }

    private static boolean isOtherEnvironment(String name, List<String> beside) {
        boolean replaced =
                name.equals("environment.ts")
                        && (beside.contains("environment.prod.ts")
                                || beside.contains("environment.production.ts"));
        return replaced || OTHER_ENVIRONMENT.matcher(name).matches();
    }
}
