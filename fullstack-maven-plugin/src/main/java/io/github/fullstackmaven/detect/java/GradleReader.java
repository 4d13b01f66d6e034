package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.detect.source.JsLexer;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Token.Kind;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a Gradle project, in Groovy or Kotlin: what its scripts say in so many words. */
final class GradleReader {
    private static final List<String> FILES =
            List.of(
                    "settings.gradle",
                    "settings.gradle.kts",
                    "gradle.properties",
                    "gradle/libs.versions.toml");

    private final Manifests manifests;

    GradleReader(Manifests manifests) {
        this.manifests = manifests;
    }

    /** Returns the build script of a directory. */
    static Optional<String> script(Manifests manifests, String directory) {
        return List.of("build.gradle.kts", "build.gradle").stream()
                .map(name -> RepositoryPath.join(directory, name))
                .filter(manifests.tree()::isFile)
                .findFirst();
    }

    Optional<JavaProject> read(String directory) {
        Set<String> paths = new LinkedHashSet<>(included(directory));
        List<JavaModule> modules = new ArrayList<>();
        Set<String> files = new TreeSet<>();
        List<Token> shared = new ArrayList<>();
        Optional<String> root = script(manifests, directory);
        root.ifPresent(path -> shared.addAll(forAll(tokens(path))));
        for (String name : paths) {
            String at = RepositoryPath.resolve(directory, name.replace(':', '/')).orElse(directory);
            script(manifests, at)
                    .ifPresent(
                            path -> {
                                files.add(RepositoryPath.relative(directory, path));
                                modules.add(
                                        new GradleScript(manifests, directory, path, name)
                                                .module(tokens(path), shared));
                            });
        }
        for (String name : FILES) {
            if (manifests.tree().isFile(RepositoryPath.join(directory, name))) {
                files.add(name);
            }
        }
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new JavaProject(
                        directory,
                        "gradle",
                        has(directory, "gradlew")
                                && has(directory, "gradle/wrapper/gradle-wrapper.jar")
                                && has(directory, "gradle/wrapper/gradle-wrapper.properties"),
                        List.copyOf(files),
                        modules,
                        false));
    }

    private boolean has(String directory, String name) {
        return manifests.tree().isFile(RepositoryPath.join(directory, name));
    }

    /** Returns the names of the projects that the settings include; the root is {@code :}. */
    List<String> included(String directory) {
        List<String> names = new ArrayList<>(List.of(":"));
        for (String name : List.of("settings.gradle", "settings.gradle.kts")) {
            List<Token> tokens = tokens(RepositoryPath.join(directory, name));
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).isWord("include")) {
                    int at = i + 1;
                    while (at < tokens.size()
                            && (tokens.get(at).isString()
                                    || tokens.get(at).isSign("(")
                                    || tokens.get(at).isSign(","))) {
                        if (tokens.get(at).isString()) {
                            String path = tokens.get(at).text();
                            names.add(path.startsWith(":") ? path : ":" + path);
                        }
                        at++;
                    }
                }
            }
        }
        return names;
    }

    private List<Token> tokens(String path) {
        return manifests.tree().read(path).map(JsLexer::tokens).orElse(List.of());
    }

    /** Returns what the root's script says for all projects or those below. */
    private static List<Token> forAll(List<Token> tokens) {
        List<Token> inside = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean block =
                    tokens.get(i).kind() == Kind.WORD
                            && Set.of("allprojects", "subprojects").contains(tokens.get(i).text())
                            && tokens.get(i + 1).isSign("{");
            if (block) {
                inside.addAll(tokens.subList(i + 2, Tokens.closing(tokens, i + 1)));
            }
        }
        return inside;
    }
}
