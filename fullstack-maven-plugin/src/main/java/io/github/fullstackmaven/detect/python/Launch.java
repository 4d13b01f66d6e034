package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.model.Start;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a service is started.
 *
 * @param start the command
 * @param source the file that says so
 * @param addition the server that has to be installed for it, since the project has none
 * @param variables what it wants in its environment
 */
record Launch(
        Start start, String source, Optional<String> addition, Map<String, String> variables) {
    /** Where programs of the virtual environment are, from the home. */
    static final String PROGRAMS = ".venv/bin/";

    Launch {
        variables = Map.copyOf(variables);
    }

    /** Returns the start of a file or module by the interpreter. */
    static Launch byInterpreter(String kind, String entry, String source) {
        String python = PROGRAMS + "python";
        return new Launch(
                new Start(
                        kind,
                        kind.equals("module")
                                ? List.of(python, "-m", entry)
                                : List.of(python, entry),
                        Optional.of(entry)),
                source,
                Optional.empty(),
                Map.of());
    }

    /** Returns the same with other variables. */
    Launch with(Map<String, String> others) {
        return new Launch(start, source, addition, others);
    }

    /** Returns true when the port is in the command. */
    boolean takesPort() {
        return start.argv().stream().anyMatch(word -> word.contains("{port}"));
    }

    /** Returns true when the program itself says where it listens. */
    boolean listensByItself() {
        return List.of("file", "module", "script").contains(start.kind()) && !takesPort();
    }
}
