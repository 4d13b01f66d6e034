package io.github.fullstackmaven.detect.go;

import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The programs of a module that its {@code Procfile} starts, each with its arguments. */
final class GoProcfile {
    private final Optional<Procfile> file;
    private final GoModule module;
    private final ProgramChoice programs;

    GoProcfile(Tree tree, GoModule module, ProgramChoice programs) {
        this.file = Procfile.in(tree, module.directory());
        this.module = module;
        this.programs = programs;
    }

    /**
     * One process.
     *
     * @param type what it is called
     * @param program the directory of its program
     * @param start how it is started
     */
    record Command(String type, String program, Start start) {}

    /** Returns the process that answers requests. */
    Optional<Command> web() {
        return file.flatMap(f -> f.process("web")).flatMap(this::process);
    }

    /** Returns the processes beside it. */
    List<Command> workers() {
        return file.map(Procfile::workers).orElse(List.of()).stream()
                .map(this::process)
                .flatMap(Optional::stream)
                .toList();
    }

    /** {@code bin/shop work}, {@code go run ./cmd/worker}. */
    private Optional<Command> process(Procfile.Line line) {
        List<String> words = new ArrayList<>(line.plain().orElse(List.of()));
        if (words.size() > 2 && words.get(0).equals("go") && words.get(1).equals("run")) {
            words.subList(0, 2).clear();
            Optional<String> directory = RepositoryPath.resolve(module.directory(), words.get(0));
            return directory.filter(programs::has).map(d -> process(line, d, words));
        }
        return words.isEmpty()
                ? Optional.empty()
                : programs.named(RepositoryPath.name(words.get(0)))
                        .map(d -> process(line, d, words));
    }

    private Command process(Procfile.Line line, String program, List<String> words) {
        Start plain = Start.ofBinary(programs.name(program));
        List<String> argv = new ArrayList<>(plain.argv());
        argv.addAll(words.subList(1, words.size()));
        return new Command(line.type(), program, new Start(plain.kind(), argv, plain.entry()));
    }
}
