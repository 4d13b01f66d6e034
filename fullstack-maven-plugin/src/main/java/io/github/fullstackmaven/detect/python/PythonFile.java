package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One Python source.
 *
 * @param path its path in the repository
 * @param lines its logical lines
 */
record PythonFile(String path, List<PythonLine> lines) {
    PythonFile {
        lines = List.copyOf(lines);
    }

    /** Returns the file's name without its ending. */
    String stem() {
        String name = RepositoryPath.name(path);
        return name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
    }

    /** Returns {@code path:line}. */
    String place(int line) {
        return path + ":" + line;
    }

    /** Returns the first parts of all modules that are imported by their full names. */
    Set<String> imported() {
        Set<String> imported = new TreeSet<>();
        for (PythonLine line : lines) {
            boolean imports = line.begins("import") || line.begins("from");
            if (imports && line.tokens().size() > 1) {
                Token first = line.tokens().get(1);
                if (first.kind() == Token.Kind.WORD) {
                    imported.add(first.text());
                }
            }
        }
        return imported;
    }
}
