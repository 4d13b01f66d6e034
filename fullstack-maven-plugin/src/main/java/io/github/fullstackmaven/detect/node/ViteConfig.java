package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.evidence.DevProxy;
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

/** What {@code vite.config.*} says about the built pages and about the dev server's proxy. */
final class ViteConfig {
    private static final List<String> ENDINGS = List.of("js", "mjs", "ts", "cjs", "mts", "cts");
    private static final Pattern PORT = Pattern.compile("^[a-z]+://[^/]*?:(\\d{1,5})(?:/|$)");
    private static final Pattern PREFIX = Pattern.compile("\\^?(/[A-Za-z0-9._~/-]*)");

    private final String file;
    private final JsProperties properties;

    private ViteConfig(String file, JsProperties properties) {
        this.file = file;
        this.properties = properties;
    }

    static Optional<ViteConfig> of(Tree tree, String directory) {
        for (String ending : ENDINGS) {
            String path = RepositoryPath.join(directory, "vite.config." + ending);
            Optional<String> text = tree.read(path);
            if (text.isPresent()) {
                return Optional.of(new ViteConfig(path, JsProperties.of(text.get())));
            }
        }
        return Optional.empty();
    }

    String file() {
        return file;
    }

    /** Returns {@code build.outDir}, which is relative to {@link #root}. */
    Optional<String> outDir() {
        return properties.find("build", "outDir").flatMap(this::text);
    }

    /** Returns {@code root}, relative to the directory of the configuration. */
    Optional<String> root() {
        return properties.all().stream()
                .filter(property -> property.path().equals(List.of("root")))
                .findFirst()
                .flatMap(this::text);
    }

    /** Returns {@code base}: below which path the pages expect to be served. */
    Optional<String> base() {
        return properties.all().stream()
                .filter(property -> property.path().equals(List.of("base")))
                .findFirst()
                .flatMap(this::text);
    }

    /** Returns what the dev server hands on, in the order of the file. */
    List<DevProxy> proxies() {
        List<DevProxy> found = new ArrayList<>();
        for (JsProperties.Property property : properties.all()) {
            int size = property.path().size();
            if (size >= 3
                    && property.path()
                            .subList(size - 3, size - 1)
                            .equals(List.of("server", "proxy"))) {
                proxy(property).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<DevProxy> proxy(JsProperties.Property property) {
        Matcher prefix = PREFIX.matcher(property.path().get(property.path().size() - 1));
        if (!prefix.lookingAt()) {
            return Optional.empty();
        }
        String path = prefix.group(1);
        while (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String key = property.path().get(property.path().size() - 1);
        List<Token> target = property.value();
        boolean strips = false;
        if (!target.isEmpty() && target.get(0).isSign("{")) {
            target = inside(key, "target").orElse(List.of());
            strips = inside(key, "rewrite").map(value -> takesOff(value)).orElse(false);
        }
        OptionalInt port =
                properties.text(target).map(ViteConfig::port).orElse(OptionalInt.empty());
        return Optional.of(new DevProxy(path, port, strips, file, property.line()));
    }

    private Optional<List<Token>> inside(String key, String name) {
        return properties.all().stream()
                .filter(property -> property.endsWith("proxy", key, name))
                .findFirst()
                .map(JsProperties.Property::value);
    }

    /** {@code path.replace(/^\/api/, '')}: the replacement is empty or a single slash. */
    private static boolean takesOff(List<Token> rewrite) {
        for (int i = 0; i + 3 < rewrite.size(); i++) {
            if (rewrite.get(i).isWord("replace") && rewrite.get(i + 1).isSign("(")) {
                Token with = rewrite.get(Math.min(i + 4, rewrite.size() - 1));
                return with.isString() && (with.text().isEmpty() || with.text().equals("/"));
            }
            if (rewrite.get(i).isWord("slice") || rewrite.get(i).isWord("substring")) {
                return true;
            }
        }
        return false;
    }

    private static OptionalInt port(String url) {
        Matcher port = PORT.matcher(url);
        if (!port.find()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(port.group(1));
        return number >= 1 && number <= 65535 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private Optional<String> text(JsProperties.Property property) {
        List<Token> value = property.value();
        boolean joined =
                value.stream()
                        .anyMatch(token -> token.isWord("__dirname") || token.isWord("dirname"));
        Optional<String> text = properties.text(value);
        return joined ? text.map(t -> t.startsWith("/") ? t.substring(1) : t) : text;
    }
}
