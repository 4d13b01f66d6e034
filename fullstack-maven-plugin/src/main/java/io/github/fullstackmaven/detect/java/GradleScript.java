package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** One build script of a Gradle project. */
final class GradleScript {
    private static final Set<String> CONFIGURATIONS =
            Set.of(
                    "implementation",
                    "api",
                    "runtimeOnly",
                    "compile",
                    "runtime",
                    "developmentOnly",
                    "platform",
                    "enforcedPlatform");

    private final String path;
    private final String name;
    private final Map<String, String> libraries = new TreeMap<>();
    private final Map<String, String> plugins = new TreeMap<>();
    private final Map<String, List<String>> bundles = new TreeMap<>();

    GradleScript(Manifests manifests, String root, String path, String name) {
        this.path = path;
        this.name = name;
        Optional<TomlTable> catalog =
                manifests.toml(RepositoryPath.join(root, "gradle/libs.versions.toml"));
        catalog.ifPresent(this::read);
    }

    /** The version catalogue: accessor to coordinates, {@code a.b} for {@code a-b}. */
    private void read(TomlTable catalog) {
        if (catalog.get("libraries") instanceof TomlTable table) {
            for (String key : table.keySet()) {
                String coordinates = "";
                Object value = table.get(List.of(key));
                if (value instanceof String text) {
                    coordinates = text;
                } else if (value instanceof TomlTable entry) {
                    coordinates =
                            entry.get("module") instanceof String module
                                    ? module
                                    : entry.get("group") + ":" + entry.get("name");
                }
                libraries.put(accessor(key), withoutVersion(coordinates));
            }
        }
        if (catalog.get("plugins") instanceof TomlTable table) {
            for (String key : table.keySet()) {
                Object value = table.get(List.of(key));
                String id =
                        value instanceof TomlTable entry && entry.get("id") instanceof String text
                                ? text
                                : String.valueOf(value);
                // The short form has the version behind a colon.
                plugins.put(accessor(key), id.replaceFirst(":.*", ""));
            }
        }
        if (catalog.get("bundles") instanceof TomlTable table) {
            for (String key : table.keySet()) {
                if (table.get(List.of(key)) instanceof TomlArray names) {
                    bundles.put(
                            accessor(key), names.toList().stream().map(String::valueOf).toList());
                }
            }
        }
    }

    /**
     * Returns the coordinates that an accessor stands for: of a library, or of a bundle of them.
     */
    private List<String> coordinates(String accessor) {
        List<String> names =
                accessor.startsWith("bundles.")
                        ? bundles.getOrDefault(accessor.substring("bundles.".length()), List.of())
                        : List.of(accessor);
        return names.stream()
                .map(name -> libraries.get(accessor(name)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String accessor(String key) {
        return key.replaceAll("[-_]", ".");
    }

    JavaModule module(List<Token> own, List<Token> shared) {
        List<Token> tokens = new ArrayList<>(own);
        tokens.addAll(shared);
        List<String> used = plugins(tokens);
        return new JavaModule(
                RepositoryPath.parent(path),
                path,
                name,
                used.contains("war") ? "war" : "jar",
                dependencies(tokens),
                used,
                plugins(own),
                mainClass(tokens),
                springBoot(tokens),
                release(tokens));
    }

    private List<String> plugins(List<Token> tokens) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isWord("plugins") && i + 1 < tokens.size() && tokens.get(i + 1).isSign("{")) {
                collect(tokens, i + 2, Tokens.closing(tokens, i + 1), found);
            }
            boolean applied =
                    token.isWord("plugin") && i + 2 < tokens.size() && tokens.get(i + 2).isString();
            if (applied) {
                found.add(tokens.get(i + 2).text());
            }
        }
        return found.stream().distinct().toList();
    }

    private void collect(List<Token> tokens, int from, int to, List<String> found) {
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            boolean unapplied = unapplied(tokens, i, to);
            if (token.isString() && !tokens.get(i - 1).isWord("version") && i > from) {
                String before =
                        tokens.get(i - 1).isSign("(")
                                ? tokens.get(i - 2).text()
                                : tokens.get(i - 1).text();
                if (before.equals("id") && !unapplied) {
                    found.add(token.text());
                } else if (before.equals("kotlin") && !unapplied) {
                    found.add("org.jetbrains.kotlin." + token.text());
                }
            } else if (token.isWord("libs") && Tokens.matches(tokens, i + 1, ".", "plugins", ".")) {
                String accessor = dotted(tokens, i + 4);
                if (!unapplied && plugins.containsKey(accessor)) {
                    found.add(plugins.get(accessor));
                }
            } else if (token.kind() == Kind.WORD
                    && Set.of("java", "application", "war", "groovy").contains(token.text())) {
                found.add(token.text());
            }
        }
    }

    /** {@code id("…") version "…" apply false}: only for modules below. */
    private static boolean unapplied(List<Token> tokens, int at, int to) {
        int line = tokens.get(at).line();
        for (int i = at; i + 1 < to && tokens.get(i).line() == line; i++) {
            boolean bracket = tokens.get(i + 1).isSign("(") && i + 2 < to;
            if (tokens.get(i).isWord("apply")
                    && tokens.get(bracket ? i + 2 : i + 1).isWord("false")) {
                return true;
            }
        }
        return false;
    }

    private List<String> dependencies(List<Token> tokens) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean declares =
                    tokens.get(i).kind() == Kind.WORD
                            && CONFIGURATIONS.contains(tokens.get(i).text());
            if (!declares) {
                continue;
            }
            int at = tokens.get(i + 1).isSign("(") ? i + 2 : i + 1;
            if (at < tokens.size()
                    && (tokens.get(at).isString() || tokens.get(at).kind() == Kind.PATTERN)) {
                if (tokens.get(at).text().contains(":")) {
                    found.add(withoutVersion(tokens.get(at).text()));
                }
            } else if (Tokens.matches(tokens, at, "libs", ".")) {
                found.addAll(coordinates(dotted(tokens, at + 2).replaceAll("\\.get$", "")));
            }
        }
        return found.stream().distinct().toList();
    }

    private static String dotted(List<Token> tokens, int from) {
        StringBuilder text =
                new StringBuilder(tokens.get(Math.min(from, tokens.size() - 1)).text());
        for (int i = from + 1; i + 1 < tokens.size() && tokens.get(i).isSign("."); i += 2) {
            text.append('.').append(tokens.get(i + 1).text());
        }
        return text.toString();
    }

    private static String withoutVersion(String coordinates) {
        String[] parts = coordinates.split(":");
        return parts.length < 2 ? coordinates + ":" : parts[0] + ":" + parts[1];
    }

    private static Optional<String> mainClass(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isWord("mainClass") || tokens.get(i).isWord("mainClassName")) {
                for (int at = i + 1; at < Math.min(i + 5, tokens.size()); at++) {
                    if (tokens.get(at).isString()) {
                        return Optional.of(tokens.get(at).text());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> springBoot(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isString()
                    && tokens.get(i).text().equals("org.springframework.boot")) {
                for (int at = i + 1; at + 1 < Math.min(i + 4, tokens.size()); at++) {
                    if (tokens.get(at).isWord("version") && tokens.get(at + 1).isString()) {
                        return Optional.of(tokens.get(at + 1).text());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * {@code JavaLanguageVersion.of(21)}, {@code jvmToolchain(21)}, {@code sourceCompatibility}.
     */
    private Optional<Sourced<String>> release(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean call =
                    Tokens.matches(tokens, i, "of", "(")
                            || Tokens.matches(tokens, i, "jvmToolchain", "(");
            boolean language = i >= 2 && tokens.get(i - 2).isWord("JavaLanguageVersion");
            if (call
                    && (language || tokens.get(i).isWord("jvmToolchain"))
                    && tokens.get(i + 2).text().matches("\\d+")) {
                return Optional.of(sourced(tokens.get(i + 2).text(), tokens.get(i + 2)));
            }
        }
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).isWord("sourceCompatibility")
                    || tokens.get(i).isWord("targetCompatibility")) {
                for (int at = i + 1; at < Math.min(i + 5, tokens.size()); at++) {
                    String text =
                            tokens.get(at)
                                    .text()
                                    .toUpperCase(Locale.ROOT)
                                    .replace("VERSION_", "")
                                    .replace('_', '.');
                    if (text.matches("(1\\.)?\\d+")) {
                        return Optional.of(sourced(text, tokens.get(at)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Sourced<String> sourced(String text, Token token) {
        return new Sourced<>(text, path + ":" + token.line());
    }
}
