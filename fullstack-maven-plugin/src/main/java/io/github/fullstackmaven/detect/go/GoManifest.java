package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code go.mod} or {@code go.work}: lines of a keyword and words, some of them in a block.
 *
 * @param path the file
 * @param lines what it says
 * @param findings what is wrong with it
 */
record GoManifest(String path, List<Line> lines, List<Finding> findings) {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "module",
                    "go",
                    "toolchain",
                    "require",
                    "exclude",
                    "replace",
                    "retract",
                    "tool",
                    "ignore",
                    "godebug",
                    "use");

    /**
     * One statement.
     *
     * @param keyword its keyword, also inside a block
     * @param words what follows it
     * @param indirect whether a comment says so
     */
    record Line(String keyword, List<String> words, boolean indirect) {
        Line {
            words = List.copyOf(words);
        }
    }

    GoManifest {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    static GoManifest read(String path, String text) {
        List<Line> lines = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        String block = "";
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            int comment = raw.indexOf("//");
            boolean indirect = comment >= 0 && raw.substring(comment).contains("indirect");
            List<String> words = words(comment < 0 ? raw : raw.substring(0, comment));
            if (words.isEmpty()) {
                continue;
            }
            if (words.get(0).equals(")")) {
                block = "";
            } else if (!block.isEmpty()) {
                lines.add(new Line(block, words, indirect));
            } else if (words.size() == 2 && words.get(1).equals("(")) {
                block = words.get(0);
            } else if (KEYWORDS.contains(words.get(0))) {
                lines.add(new Line(words.get(0), words.subList(1, words.size()), indirect));
            } else if (findings.isEmpty()) {
                findings.add(
                        Finding.error(
                                        "FS-GO-001",
                                        "not a statement of this file: " + shown(words.get(0)),
                                        "begin the line with one of module, go, require, replace,"
                                                + " use")
                                .at(path, number));
            }
        }
        return new GoManifest(path, lines, findings);
    }

    String directory() {
        return RepositoryPath.parent(path);
    }

    /** Returns the first word after a keyword. */
    Optional<String> value(String keyword) {
        return all(keyword).stream()
                .filter(line -> !line.words().isEmpty())
                .map(line -> line.words().get(0))
                .findFirst();
    }

    List<Line> all(String keyword) {
        return lines.stream().filter(line -> line.keyword().equals(keyword)).toList();
    }

    /** Returns the directories that modules are replaced with, as they are written. */
    List<String> localReplacements() {
        return all("replace").stream()
                .map(Line::words)
                .filter(words -> words.contains("=>") && words.indexOf("=>") + 1 < words.size())
                .map(words -> words.get(words.indexOf("=>") + 1))
                .filter(target -> target.startsWith("./") || target.startsWith("../"))
                .toList();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.strip().split("\\s+")) {
            String plain = word.replaceAll("^[\"`]|[\"`]$", "");
            if (!plain.isEmpty()) {
                words.add(plain);
            }
        }
        return words;
    }

    private static String shown(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }
}
