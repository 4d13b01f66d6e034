package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.GoLexer;
import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Go source that takes part in a build.
 *
 * @param source its tokens
 * @param packageName the name in its package clause
 * @param imports the paths that it imports
 * @param directives its comments for the compiler, without the slashes
 */
record GoFile(SourceFile source, String packageName, List<String> imports, List<Token> directives) {
    GoFile {
        imports = List.copyOf(imports);
        directives = List.copyOf(directives);
    }

    /** Reads a file; empty when it has no package or no build for Linux has it. */
    static Optional<GoFile> of(String path, GoLexer.Lexed lexed) {
        List<Token> tokens = lexed.tokens();
        if (tokens.size() < 2 || !tokens.get(0).isWord("package")) {
            return Optional.empty();
        }
        List<String> directives = lexed.directives().stream().map(Token::text).toList();
        if (!BuildConstraint.holds(RepositoryPath.name(path), directives)) {
            return Optional.empty();
        }
        return Optional.of(
                new GoFile(
                        new SourceFile(path, tokens),
                        tokens.get(1).text(),
                        imports(tokens),
                        lexed.directives()));
    }

    boolean isProgram() {
        return packageName.equals("main");
    }

    private static List<String> imports(List<Token> tokens) {
        List<String> imports = new ArrayList<>();
        boolean in = false;
        boolean group = false;
        for (Token token : tokens) {
            if (token.isWord("import")) {
                in = true;
            } else if (in && token.isSign("(")) {
                group = true;
            } else if (in && token.isString()) {
                imports.add(token.text());
            } else if (in && (token.isSign(")") || (token.isSign(";") && !group))) {
                in = false;
                group = false;
            } else if (!in && token.isWord("func")) {
                break;
            }
        }
        return imports;
    }
}
