package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether the front end's dev server hands on what the gateway will, and how to mend it. */
final class ProxyCheck {
    private final PagesLaunch pages;

    ProxyCheck(PagesLaunch pages) {
        this.pages = pages;
    }

    /** Returns what is to be said of a route of a back end. */
    List<Finding> of(Route route, Service backend, int port) {
        List<Finding> findings = new ArrayList<>();
        Optional<DevProxy> proxy = handing(route);
        if (proxy.isEmpty()) {
            findings.add(
                    Finding.warning(
                                    "FS-DEV-005",
                                    "the dev server hands nothing below "
                                            + route.path()
                                            + " on to "
                                            + backend.name(),
                                    mend(route, port))
                            .at(pages.project().manifest()));
        } else if (proxy.get().prefix().equals(route.path())
                && proxy.get().stripPrefix() != route.stripPrefix()) {
            findings.add(
                    Finding.warning(
                                    "FS-DEV-006",
                                    "the dev server hands "
                                            + route.path()
                                            + " on "
                                            + (route.stripPrefix() ? "with" : "without")
                                            + " that prefix, the gateway "
                                            + (route.stripPrefix() ? "without" : "with")
                                            + " it",
                                    "make both the same: fullstack.apiStripPrefix, or a rewrite in"
                                            + " the proxy")
                            .at(proxy.get().file(), proxy.get().line()));
        }
        return findings;
    }

    /** Returns the row of the proxy by which the dev server hands a route on. */
    Optional<DevProxy> handing(Route route) {
        return pages.project().proxies().stream()
                .filter(p -> covers(p.prefix(), route.path()))
                .max(Comparator.comparing(p -> p.prefix().length()));
    }

    private static boolean covers(String prefix, String path) {
        return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private String mend(Route route, int port) {
        String prefix = route.path();
        String target = "http://localhost:" + port;
        String tool = pages.text();
        if (tool.matches(".*\\bnext\\b.*")) {
            String rest = route.stripPrefix() ? "" : prefix;
            return "in next.config: rewrites: async () => [{ source: '"
                    + prefix
                    + "/:path*', destination: '"
                    + target
                    + rest
                    + "/:path*' }]";
        }
        if (tool.matches(".*\\b(?:nuxt|nuxi)\\b.*")) {
            String rest = route.stripPrefix() ? "" : prefix;
            return "in nuxt.config: nitro: { devProxy: { '"
                    + prefix
                    + "': '"
                    + target
                    + rest
                    + "' } }";
        }
        if (tool.matches(".*\\bng\\b.*")) {
            return "{\""
                    + prefix
                    + "\": {\"target\": \""
                    + target
                    + "\"}} in proxy.conf.json, and ng serve --proxy-config proxy.conf.json";
        }
        if (tool.matches(".*\\b(?:react-scripts|craco)\\b.*")) {
            return "\"proxy\": \"" + target + "\" in package.json";
        }
        if (tool.contains("vue-cli-service")) {
            return "in vue.config.js: devServer: { proxy: { '"
                    + prefix
                    + "': { target: '"
                    + target
                    + "' } } }";
        }
        if (tool.matches(".*\\b(?:webpack|rspack)\\b.*")) {
            return "in its configuration: devServer: { proxy: [{ context: ['"
                    + prefix
                    + "'], target: '"
                    + target
                    + "' }] }";
        }
        String strip =
                route.stripPrefix()
                        ? "{ target: '"
                                + target
                                + "', rewrite: (path) => path.slice("
                                + prefix.length()
                                + ") }"
                        : "'" + target + "'";
        return "in vite.config: server: { proxy: { '" + prefix + "': " + strip + " } }";
    }
}
