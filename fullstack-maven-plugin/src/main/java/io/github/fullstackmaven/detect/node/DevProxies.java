package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.DevProxy;
import io.github.fullstackmaven.detect.source.JsLexer;
import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the dev servers of front ends hand on, whatever they are called. */
final class DevProxies {
    private static final List<String> ANGULAR =
            List.of("proxy.conf.json", "proxy.conf.js", "src/proxy.conf.json", "src/proxy.conf.js");
    private static final Pattern PROXY_FLAG = Pattern.compile("--proxy-config[ =]([^\\s\"']+)");
    private static final Pattern SOURCE = Pattern.compile("(/[\\w./~-]*?)(?:/:\\w+\\*?.*|/?)");

    private final Tree tree;
    private final PackageJson project;
    private final List<DevProxy> found = new ArrayList<>();

    private DevProxies(Tree tree, PackageJson project) {
        this.tree = tree;
        this.project = project;
    }

    static List<DevProxy> of(Tree tree, PackageJson project, Optional<NxProject> nx) {
        DevProxies proxies = new DevProxies(tree, project);
        ViteConfig.of(tree, project.directory())
                .map(ViteConfig::proxies)
                .ifPresent(proxies.found::addAll);
        proxies.table("vue.config", "devServer", "proxy");
        proxies.table("webpack.config", "devServer", "proxy");
        proxies.table("astro.config", "server", "proxy");
        proxies.table("nuxt.config", "vite", "server", "proxy");
        proxies.nuxt();
        proxies.table("nuxt.config", "nitro", "routeRules");
        proxies.createReactApp();
        proxies.angular();
        nx.ifPresent(proxies::nx);
        proxies.next();
        return proxies.found;
    }

    private void table(String name, String... keys) {
        file(name)
                .ifPresent(
                        path ->
                                found.addAll(
                                        new ProxyTable(
                                                        path,
                                                        JsProperties.of(tree.read(path).orElse("")))
                                                .below(keys)));
    }

    /** Nuxt's own takes the prefix off; a target that has it as its path puts it back. */
    private void nuxt() {
        Optional<String> path = file("nuxt.config");
        JsProperties properties = JsProperties.of(path.flatMap(tree::read).orElse(""));
        for (DevProxy proxy :
                new ProxyTable(path.orElse(""), properties).below("nitro", "devProxy")) {
            boolean taken =
                    properties
                            .find(proxy.prefix(), "target")
                            .or(() -> properties.find("devProxy", proxy.prefix()))
                            .flatMap(property -> properties.text(property.value()))
                            .filter(target -> !path(target).startsWith(proxy.prefix()))
                            .isPresent();
            found.add(taken ? proxy.stripping() : proxy);
        }
    }

    private static String path(String address) {
        return address.replaceFirst("^[a-z]+://[^/]*", "");
    }

    private Optional<String> file(String name) {
        return ConfigurationFile.named(tree, project.directory(), name).findFirst();
    }

    /** {@code "proxy": "http://localhost:5000"}, or a file that sets middleware up. */
    private void createReactApp() {
        Optional<String> target = project.text("proxy");
        if (target.isPresent()) {
            OptionalInt port = ProxyTable.port(target.get());
            found.add(new DevProxy("/api", port, false, project.path(), "proxy", 1));
        }
        String path = below("src/setupProxy.js");
        List<Token> tokens = JsLexer.tokens(tree.read(path).orElse(""));
        for (int i = 2; i + 2 < tokens.size(); i++) {
            Token prefix = tokens.get(i);
            boolean use = tokens.get(i - 2).isWord("use") && tokens.get(i - 1).isSign("(");
            if (use && prefix.isString() && prefix.text().startsWith("/")) {
                List<Token> rest = tokens.subList(i, tokens.size());
                OptionalInt port =
                        rest.stream()
                                .filter(Token::isString)
                                .map(token -> ProxyTable.port(token.text()))
                                .filter(OptionalInt::isPresent)
                                .findFirst()
                                .orElse(OptionalInt.empty());
                boolean strips = rest.stream().anyMatch(token -> token.isWord("pathRewrite"));
                found.add(
                        new DevProxy(
                                ProxyTable.tidy(prefix.text()),
                                port,
                                strips,
                                path,
                                "",
                                prefix.line()));
            }
        }
    }

    /** Nx says it in the project's own file, as seen from the workspace. */
    private void nx(NxProject nx) {
        nx.proxyFile().filter(tree::isFile).ifPresent(this::proxyFile);
    }

    private void angular() {
        if (!tree.isFile(below("angular.json"))) {
            return;
        }
        Matcher flag = PROXY_FLAG.matcher(String.valueOf(project.root().path("scripts")));
        Optional<String> named =
                flag.find()
                        ? Optional.of(flag.group(1))
                        : AngularOutput.proxyFile(tree, project.directory());
        List<String> files = new ArrayList<>();
        named.ifPresent(files::add);
        files.addAll(ANGULAR);
        files.stream()
                .map(name -> RepositoryPath.resolve(project.directory(), name))
                .flatMap(Optional::stream)
                .filter(tree::isFile)
                .findFirst()
                .ifPresent(this::proxyFile);
    }

    private void proxyFile(String path) {
        String text = tree.read(path).orElse("");
        found.addAll(new ProxyTable(path, JsProperties.of(text)).below());
    }

    /** {@code rewrites}: a source and a destination at another address. */
    private void next() {
        Optional<String> path = file("next.config");
        if (path.isEmpty()) {
            return;
        }
        JsProperties properties = JsProperties.of(tree.read(path.get()).orElse(""));
        Optional<JsProperties.Property> source = Optional.empty();
        for (JsProperties.Property property : properties.all()) {
            if (property.endsWith("source")) {
                source = Optional.of(property);
            } else if (property.endsWith("destination") && source.isPresent()) {
                rewrite(path.get(), properties, source.get(), property);
                source = Optional.empty();
            }
        }
    }

    private void rewrite(
            String path,
            JsProperties properties,
            JsProperties.Property source,
            JsProperties.Property destination) {
        Matcher prefix = SOURCE.matcher(properties.text(source.value()).orElse(""));
        String target =
                properties
                        .text(destination.value())
                        .orElse(
                                destination.value().stream()
                                        .map(Token::text)
                                        .findFirst()
                                        .orElse(""));
        boolean elsewhere = target.contains("://") || target.startsWith("${");
        if (prefix.matches() && elsewhere && prefix.group(1).length() > 1) {
            String below = target.replaceFirst("^(?:[a-z]+://[^/]*|\\$\\{[^}]*\\})", "");
            boolean strips = !below.startsWith(prefix.group(1));
            found.add(
                    new DevProxy(
                            ProxyTable.tidy(prefix.group(1)),
                            ProxyTable.port(target),
                            strips,
                            path,
                            "rewrites",
                            source.line()));
        }
    }

    private String below(String name) {
        return RepositoryPath.join(project.directory(), name);
    }
}
