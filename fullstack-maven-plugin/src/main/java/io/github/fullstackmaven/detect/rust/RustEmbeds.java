package io.github.fullstackmaven.detect.rust;

import io.github.fullstackmaven.detect.source.SourceFile;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads which directories a binary takes into itself: {@code #[folder = "../frontend/dist"]} of
 * rust-embed, {@code include_dir!("$CARGO_MANIFEST_DIR/dist")}, {@code migrate!("./migrations")}.
 */
final class RustEmbeds {
    private static final Set<String> MACROS = Set.of("include_dir", "migrate", "embed_migrations");

    private RustEmbeds() {}

    /** Returns the directories, relative to the repository, sorted. */
    static List<String> directories(String crate, List<SourceFile> sources) {
        Set<String> found = new TreeSet<>();
        for (SourceFile source : sources) {
            List<Token> tokens = source.tokens();
            for (int i = 0; i + 3 < tokens.size(); i++) {
                if (Tokens.matches(tokens, i, "folder", "=") && tokens.get(i + 2).isString()) {
                    directory(crate, tokens.get(i + 2).text()).ifPresent(found::add);
                }
                boolean macro =
                        MACROS.contains(tokens.get(i).text())
                                && Tokens.matches(tokens, i + 1, "!", "(");
                if (macro && tokens.get(i + 3).isString()) {
                    directory(crate, tokens.get(i + 3).text()).ifPresent(found::add);
                } else if (macro && tokens.get(i).isWord("migrate")) {
                    directory(crate, "migrations").ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    private static Optional<String> directory(String crate, String text) {
        String path = text.replaceFirst("^\\$\\{?CARGO_MANIFEST_DIR}?/?", "./");
        return path.startsWith("/") ? Optional.empty() : RepositoryPath.resolve(crate, path);
    }
}
