package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.HealthNames;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the path where a server says that it is well, where no other path can be meant. */
final class HealthRoute {
    private static final List<String> ROUTES =
            List.of(
                    "app/api/%s/route",
                    "src/app/api/%s/route",
                    "pages/api/%s",
                    "src/pages/api/%s",
                    "server/api/%s",
                    "server/api/%s.get");
    private static final List<String> PLAIN_ROUTES =
            List.of(
                    "app/%s/route",
                    "src/app/%s/route",
                    "server/routes/%s",
                    "server/routes/%s.get",
                    "src/routes/%s/+server",
                    "src/pages/%s");
    private static final Set<String> MAKERS =
            Set.of("express", "fastify", "Fastify", "Koa", "Hono", "Elysia", "polka", "H3");

    private HealthRoute() {}

    static Optional<Health> of(Tree tree, String directory, JsSources sources) {
        return byFile(tree, directory).or(() -> byCall(sources)).or(() -> byController(sources));
    }

    /** Frameworks that take a file's place for its path. */
    private static Optional<Health> byFile(Tree tree, String directory) {
        for (String name : HealthNames.all()) {
            for (String route : ROUTES) {
                Optional<Health> found = route(tree, directory, route, name, "/api/" + name);
                if (found.isPresent()) {
                    return found;
                }
            }
            for (String route : PLAIN_ROUTES) {
                Optional<Health> found = route(tree, directory, route, name, "/" + name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Health> route(
            Tree tree, String directory, String route, String name, String path) {
        for (String ending : List.of(".ts", ".js")) {
            String file =
                    RepositoryPath.join(
                            directory, String.format(Locale.ROOT, route, name) + ending);
            if (tree.isFile(file)) {
                return Optional.of(new Health(path, file));
            }
        }
        return Optional.empty();
    }

    /** {@code app.get('/health', …)} where {@code app} is made in the same file, and no part. */
    private static Optional<Health> byCall(JsSources sources) {
        for (JsSources.Source source : sources.having("/health", "/ready", "/live", "/ping")) {
            List<Token> tokens = source.tokens();
            Set<String> servers = servers(tokens);
            for (int i = 4; i < tokens.size(); i++) {
                Token path = tokens.get(i);
                boolean get = Tokens.matches(tokens, i - 3, ".", "get", "(");
                if (path.isString()
                        && get
                        && isHealth(path.text())
                        && servers.contains(tokens.get(i - 4).text())) {
                    return Optional.of(new Health(path.text(), source.at(path)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isHealth(String path) {
        return path.matches("/[A-Za-z0-9/_-]+") && HealthNames.rank(path) >= 0;
    }

    private static Set<String> servers(List<Token> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i + 2 < tokens.size(); i++) {
            if (!tokens.get(i).isSign("=") || tokens.get(i - 1).kind() != Token.Kind.WORD) {
                continue;
            }
            List<Token> value = tokens.subList(i + 1, Math.min(i + 4, tokens.size()));
            boolean server =
                    value.stream().anyMatch(t -> MAKERS.contains(t.text()))
                            && value.stream().noneMatch(t -> t.isWord("Router"));
            boolean based =
                    tokens.subList(i + 1, Math.min(i + 10, tokens.size())).stream()
                            .anyMatch(t -> t.isWord("basePath") || t.isWord("prefix"));
            if (server && !based) {
                names.add(tokens.get(i - 1).text());
            }
        }
        return names;
    }

    /**
     * {@code @Controller('health')} with {@code @Get()}, or the other way round, and the prefix.
     */
    private static Optional<Health> byController(JsSources sources) {
        Optional<String> prefix = Optional.of("");
        for (JsSources.Source source : sources.having("setGlobalPrefix")) {
            List<Token> tokens = source.tokens();
            for (int i = 0; i + 3 < tokens.size(); i++) {
                if (tokens.get(i).isWord("setGlobalPrefix") && tokens.get(i + 1).isSign("(")) {
                    Token value = tokens.get(i + 2);
                    boolean plain = value.isString() && tokens.get(i + 3).isSign(")");
                    prefix = plain ? Optional.of("/" + trimmed(value.text())) : Optional.empty();
                }
            }
        }
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        for (JsSources.Source source : sources.having("@Controller")) {
            Optional<Health> found = byController(source, prefix.get());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Health> byController(JsSources.Source source, String prefix) {
        List<Token> tokens = source.tokens();
        Optional<String> controller = Optional.empty();
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (Tokens.matches(tokens, i, "@", "Controller", "(")) {
                controller = part(tokens.get(i + 3));
            }
            if (controller.isPresent() && Tokens.matches(tokens, i, "@", "Get", "(")) {
                Optional<String> path = part(tokens.get(i + 3)).map(controller.get()::concat);
                if (path.filter(HealthRoute::isHealth).isPresent()) {
                    return Optional.of(
                            new Health(prefix + path.get(), source.at(tokens.get(i + 3))));
                }
            }
        }
        return Optional.empty();
    }

    /** What a decorator is given: nothing, or a text. */
    private static Optional<String> part(Token argument) {
        if (argument.isString()) {
            return Optional.of("/" + trimmed(argument.text())).map(p -> p.equals("/") ? "" : p);
        }
        return argument.isSign(")") ? Optional.of("") : Optional.empty();
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
