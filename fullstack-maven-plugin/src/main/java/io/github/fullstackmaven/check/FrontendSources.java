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
 * nothing of a server in the same package, and never more than a bounded part. Server-rendered
 * front ends are left out: their sources run on both sides, and on the server an address of this
 * machine is a good one.
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

    /** What only Node.js has: no page imports it, and no bundler puts anything in its place. */
    private static final Pattern OF_SERVER =
            Pattern.compile(
                    "(?:\\bfrom|\\bimport|\\brequire)\\s*\\(?\\s*[\"'](?:node:[\\w/]+|fs|fs/promises"
                            + "|child_process|cluster|dgram|http|http2|https|net|tls|worker_threads"
                            + "|express|fastify|koa|@hapi/hapi|restify|polka)[\"']");

    private final Tree tree;
    private final Set<String> others;
    private final String root;
    private final Map<String, String> files = new LinkedHashMap<>();
    private long left = MOST_TEXT;

    private FrontendSources(Tree tree, Set<String> others, String root) {
        this.tree = tree;
        this.others = others;
        this.root = root;
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
                FrontendSources sources = new FrontendSources(tree, others, service.path());
                sources.collect(service.path(), DEPTH);
                all.putAll(sources.files);
            }
        }
        return all;
    }

    private void collect(String directory, int depth) {
        List<String> names = tree.files(directory, FrontendSources::isInPages);
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : names) {
            if (files.size() + found.size() >= MOST_FILES || left <= 0) {
                break;
            }
            if (!isOtherEnvironment(name, names)) {
                read(RepositoryPath.join(directory, name), found);
            }
        }
        boolean server = found.values().removeIf(text -> OF_SERVER.matcher(text).find());
        if (server && !hasPages(directory)) {
            return;
        }
        files.putAll(found);
        for (String child : depth > 0 ? tree.directories(directory) : List.<String>of()) {
            String path = RepositoryPath.join(directory, child);
            if (!OTHER_DIRECTORIES.contains(child) && !others.contains(path)) {
                collect(path, depth - 1);
            }
        }
    }

    private void read(String path, Map<String, String> found) {
        tree.read(path)
                .filter(text -> text.length() <= LONGEST)
                .ifPresent(
                        text -> {
                            left -= text.length();
                            found.put(path, text);
                        });
    }

    /** Beside one file of a server lie others of it, unless the pages begin there. */
    private boolean hasPages(String directory) {
        return directory.equals(root)
                || directory.equals(RepositoryPath.join(root, "src"))
                || tree.isFile(RepositoryPath.join(directory, "index.html"));
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
