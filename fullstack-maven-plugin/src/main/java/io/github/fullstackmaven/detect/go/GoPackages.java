package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.GoLexer;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The packages of a workspace, read when they are asked for. */
final class GoPackages {
    /** How far below its module a program is looked for. */
    private static final int DEPTH = 6;

    /** Longer files are generated. */
    private static final int LONGEST = 400_000;

    private final Tree tree;
    private final GoWorkspace workspace;
    private final Map<String, List<GoFile>> heads = new HashMap<>();

    GoPackages(Tree tree, GoWorkspace workspace) {
        this.tree = tree;
        this.workspace = workspace;
    }

    /** Returns the directories of a module that hold a program, sorted. */
    List<String> programs(GoModule module) {
        List<String> found = new ArrayList<>();
        programs(module.directory(), DEPTH, found);
        return found;
    }

    /** Returns the files of a program and of the workspace's packages that it needs. */
    List<GoFile> closure(String program) {
        List<GoFile> files = new ArrayList<>();
        for (String directory : directories(program)) {
            for (String path : sources(directory)) {
                read(path)
                        .flatMap(text -> GoFile.of(path, GoLexer.whole(text)))
                        .ifPresent(files::add);
            }
        }
        return files;
    }

    /** Returns the files of such packages that import something, in full. */
    List<GoFile> closureImporting(String program, String path) {
        List<GoFile> files = new ArrayList<>();
        for (String directory : directories(program)) {
            for (GoFile head : heads(directory)) {
                if (head.imports().contains(path)) {
                    String file = head.source().path();
                    read(file)
                            .flatMap(text -> GoFile.of(file, GoLexer.whole(text)))
                            .ifPresent(files::add);
                }
            }
        }
        return files;
    }

    private Set<String> directories(String program) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(program));
        while (!open.isEmpty()) {
            String directory = open.poll();
            if (reached.add(directory)) {
                for (GoFile file : heads(directory)) {
                    file.imports().forEach(path -> local(path).ifPresent(open::add));
                }
            }
        }
        return reached;
    }

    /** Returns the directory of a package that lies in the workspace. */
    private Optional<String> local(String path) {
        GoModule owner = null;
        for (GoModule module : workspace.modules().values()) {
            boolean inside = (path + "/").startsWith(module.path() + "/");
            if (inside && (owner == null || module.path().length() > owner.path().length())) {
                owner = module;
            }
        }
        if (owner == null) {
            return Optional.empty();
        }
        String rest = path.substring(owner.path().length());
        return RepositoryPath.resolve(owner.directory(), "./" + rest);
    }

    private void programs(String directory, int depth, List<String> found) {
        if (isProgram(directory)) {
            found.add(directory);
        }
        for (String name : depth == 0 ? List.<String>of() : tree.directories(directory)) {
            String child = RepositoryPath.join(directory, name);
            if (!name.startsWith("_") && !tree.isFile(RepositoryPath.join(child, "go.mod"))) {
                programs(child, depth - 1, found);
            }
        }
    }

    /** All files of a directory are of one package: the first that is compiled tells. */
    private boolean isProgram(String directory) {
        for (String path : sources(directory)) {
            Optional<GoFile> file = head(path);
            if (file.isPresent()) {
                return file.get().isProgram();
            }
        }
        return false;
    }

    private List<GoFile> heads(String directory) {
        return heads.computeIfAbsent(
                directory,
                d -> sources(d).stream().map(this::head).flatMap(Optional::stream).toList());
    }

    private Optional<GoFile> head(String path) {
        return read(path).flatMap(text -> GoFile.of(path, GoLexer.head(text)));
    }

    private Optional<String> read(String path) {
        return tree.read(path).filter(text -> text.length() <= LONGEST);
    }

    private List<String> sources(String directory) {
        return tree.files(directory).stream()
                .filter(name -> name.endsWith(".go") && !name.endsWith("_test.go"))
                .filter(name -> !name.startsWith("_") && !name.startsWith("."))
                .map(name -> RepositoryPath.join(directory, name))
                .toList();
    }
}
