package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a manifest's own install scripts need beside the manifest.
 *
 * @param files files and directories, relative to the project
 * @param sources whether it cannot be told, so that the sources have to be there
 * @param developing scripts that call what is there for development alone
 */
record InstallScripts(Set<String> files, boolean sources, List<String> developing) {
    private static final String FILE = "/META-INF/fullstack/node-install-scripts.json";
    private static final JsonNode COMMANDS = load();
    private static final List<String> NAMES =
            List.of("preinstall", "install", "postinstall", "prepare");

    InstallScripts {
        files = Set.copyOf(files);
        developing = List.copyOf(developing);
    }

    private static JsonNode load() {
        try (InputStream file = InstallScripts.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readTree(file).path("commands");
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    static InstallScripts of(Tree tree, PackageJson project) {
        Set<String> files = new TreeSet<>();
        Set<String> developing = new TreeSet<>();
        boolean sources = false;
        for (String name : NAMES) {
            for (String command : project.script(name).orElse("").split("&&|\\|\\||;")) {
                String[] words = command.strip().split("[\\s'\"]+");
                if (words.length == 0 || words[0].isEmpty()) {
                    continue;
                }
                for (String word : words) {
                    RepositoryPath.resolve(project.directory(), word)
                            .filter(path -> RepositoryPath.isWithin(path, project.directory()))
                            .filter(tree::isFile)
                            .map(path -> RepositoryPath.relative(project.directory(), path))
                            .ifPresent(files::add);
                }
                sources |= !isKnown(tree, project, words, files);
                if (name.equals("prepare") || !isThere(project, words)) {
                    developing.add(name);
                }
            }
        }
        return new InstallScripts(files, sources, List.copyOf(developing));
    }

    private static boolean isKnown(
            Tree tree, PackageJson project, String[] words, Set<String> files) {
        String program = program(words);
        if (program.equals("node")) {
            String script = words.length > 1 ? words[1] : "";
            boolean inline = script.equals("-e") || script.equals("--eval") || script.equals("-p");
            return inline
                    || RepositoryPath.resolve(project.directory(), script)
                            .filter(tree::isFile)
                            .isPresent();
        }
        if (!COMMANDS.has(program)) {
            return false;
        }
        COMMANDS.path(program)
                .forEach(
                        needed -> {
                            String path = RepositoryPath.join(project.directory(), needed.asText());
                            if (tree.isFile(path) || tree.isDirectory(path)) {
                                files.add(needed.asText());
                            }
                        });
        return true;
    }

    private static String program(String[] words) {
        for (String word : words) {
            if (!word.equals("npx") && !word.startsWith("-") && !word.contains("=")) {
                return word;
            }
        }
        return words[0];
    }

    private static boolean isThere(PackageJson project, String[] words) {
        String program = StartTables.packageOf(program(words));
        boolean system = Set.of("node", "echo", "true", "test", "exit").contains(program);
        return system
                || project.uses(program)
                || Optional.of(words[0]).filter("npx"::equals).isPresent();
    }
}
