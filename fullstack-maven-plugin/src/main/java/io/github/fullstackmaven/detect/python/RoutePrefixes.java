package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under which path a router, a blueprint or a file of URL patterns is hung in. */
final class RoutePrefixes {
    private static final Set<String> KEYWORDS = Set.of("prefix", "url_prefix", "path");
    private static final Set<String> HANGING =
            Set.of("include_router", "register_blueprint", "blueprint", "mount");
    private static final int DEPTH = 5;

    private final List<PythonFile> files;
    private final Map<String, String> constants = new HashMap<>();

    RoutePrefixes(List<PythonFile> files) {
        this.files = files;
        for (PythonFile file : files) {
            for (PythonLine line : file.lines()) {
                int sign = Constructors.assignment(line);
                boolean text =
                        sign > 0
                                && sign + 2 == line.tokens().size()
                                && line.tokens().get(sign + 1).isString();
                if (text && line.tokens().get(sign + 1).text().startsWith("/")) {
                    constants.putIfAbsent(
                            line.tokens().get(0).text(), line.tokens().get(sign + 1).text());
                }
            }
        }
    }

    /** Returns what stands before the routes of a router: {@code ""} or {@code /api/v1}. */
    String ofRouter(PythonFile file, String router) {
        return ofRouter(file, router, DEPTH);
    }

    private String ofRouter(PythonFile file, String router, int depth) {
        String own = own(file, router);
        if (depth == 0) {
            return own;
        }
        for (PythonFile other : files) {
            for (PythonLine line : other.lines()) {
                for (String call : HANGING) {
                    int open = line.find(".", call, "(") + 2;
                    if (open >= 3 && hangs(line, open, other, file, router)) {
                        String above = line.tokens().get(open - 3).text();
                        return ofRouter(other, above, depth - 1) + argument(line, open) + own;
                    }
                }
            }
        }
        return own;
    }

    /** The argument is the router by its name in the same file, or by the name of its module. */
    private static boolean hangs(
            PythonLine line, int open, PythonFile here, PythonFile file, String router) {
        List<Token> tokens = line.tokens();
        int at = open + 1;
        if (at < tokens.size() && tokens.get(at).isString()) {
            at += 2;
        }
        if (at >= tokens.size() || tokens.get(at).kind() != Kind.WORD) {
            return false;
        }
        String first = tokens.get(at).text();
        boolean dotted = at + 2 < tokens.size() && tokens.get(at + 1).isSign(".");
        if (dotted) {
            return first.equals(module(file)) && tokens.get(at + 2).text().equals(router);
        }
        return here.path().equals(file.path())
                ? first.equals(router)
                : importedAs(here, file, router).filter(first::equals).isPresent();
    }

    /** {@code from shop.users import router as users}. */
    private static Optional<String> importedAs(PythonFile here, PythonFile file, String router) {
        for (PythonLine line : here.lines()) {
            int at = line.begins("from") ? line.find("import") : -1;
            if (at < 2 || !line.tokens().get(at - 1).isWord(module(file))) {
                continue;
            }
            List<Token> tokens = line.tokens();
            for (int i = at + 1; i < tokens.size(); i++) {
                if (tokens.get(i).isWord(router)) {
                    boolean renamed = i + 2 < tokens.size() && tokens.get(i + 1).isWord("as");
                    return Optional.of(renamed ? tokens.get(i + 2).text() : router);
                }
            }
        }
        return Optional.empty();
    }

    private String own(PythonFile file, String router) {
        for (PythonLine line : file.lines()) {
            int sign = Constructors.assignment(line);
            if (sign > 0 && line.tokens().get(0).isWord(router)) {
                int open = line.find("(");
                return open > sign ? argument(line, open) : "";
            }
        }
        return "";
    }

    /** Returns the prefix among the arguments of a call. */
    private String argument(PythonLine line, int open) {
        List<Token> tokens = line.tokens();
        int close = Tokens.closing(tokens, open);
        if (open + 1 < close
                && tokens.get(open + 1).isString()
                && tokens.get(open + 1).text().startsWith("/")) {
            return tokens.get(open + 1).text().replaceAll("/$", "");
        }
        for (int i = open + 1; i + 2 < tokens.size() && i < close; i++) {
            if (KEYWORDS.contains(tokens.get(i).text()) && tokens.get(i + 1).isSign("=")) {
                Token value = tokens.get(i + 2);
                if (value.isString()) {
                    return value.text().replaceAll("/$", "");
                }
                String last = value.text();
                for (int at = i + 3; at + 1 < close && tokens.get(at).isSign("."); at += 2) {
                    last = tokens.get(at + 1).text();
                }
                return constants.getOrDefault(last, "");
            }
        }
        return "";
    }

    /** Returns true for a file of Django's URL patterns. */
    static boolean isUrls(PythonFile file) {
        return file.lines().stream().anyMatch(line -> line.begins("urlpatterns"));
    }

    /** Returns where {@code include} hangs a file of URL patterns in. */
    String ofUrls(PythonFile file) {
        String folder = RepositoryPath.name(RepositoryPath.parent(file.path()));
        String name = folder + "." + file.stem();
        for (PythonFile other : files) {
            for (PythonLine line : other.lines()) {
                List<Token> tokens = line.tokens();
                for (int i = 5; i < tokens.size(); i++) {
                    boolean included =
                            tokens.get(i).isString()
                                    && (tokens.get(i).text().equals(name)
                                            || tokens.get(i).text().endsWith("." + name))
                                    && Tokens.matches(tokens, i - 2, "include", "(")
                                    && tokens.get(i - 4).isString();
                    if (included && !other.path().equals(file.path())) {
                        return tokens.get(i - 4).text().replaceAll("^\\^", "");
                    }
                }
            }
        }
        return "";
    }

    private static String module(PythonFile file) {
        return file.stem().equals("__init__")
                ? RepositoryPath.name(RepositoryPath.parent(file.path()))
                : file.stem();
    }
}
