package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.PythonLexer;
import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the dependencies that {@code setup.py} and {@code setup.cfg} list. */
final class SetupFiles {
    private final Tree tree;
    private final String directory;

    SetupFiles(Tree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
    }

    List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        String script = RepositoryPath.join(directory, "setup.py");
        for (PythonLine line : PythonLexer.lines(tree.read(script).orElse(""))) {
            int at = line.find("install_requires", "=", "[");
            if (at >= 0) {
                List<Token> tokens = line.tokens();
                tokens.subList(at, Tokens.closing(tokens, at + 2)).stream()
                        .filter(Token::isString)
                        .forEach(
                                t -> Requirement.of(t.text(), script).ifPresent(requirements::add));
            }
        }
        requirements.addAll(fromConfiguration());
        return requirements;
    }

    private List<Requirement> fromConfiguration() {
        String path = RepositoryPath.join(directory, "setup.cfg");
        List<Requirement> requirements = new ArrayList<>();
        boolean inside = false;
        for (String line : tree.read(path).orElse("").lines().toList()) {
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (!continued) {
                inside = line.matches("install_requires\\s*=.*");
            }
            String text = line.replaceFirst("^install_requires\\s*=", "").strip();
            if (inside && !text.isEmpty() && !text.startsWith("#")) {
                Optional<Requirement> requirement = Requirement.of(text, path);
                requirement.ifPresent(requirements::add);
            }
        }
        return requirements;
    }
}
