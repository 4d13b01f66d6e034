package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Service;
import java.util.List;
import java.util.stream.Stream;

/** What is done with built pages: they are taken, and compressed once instead of each time. */
final class CollectedPages {
    private static final List<ShellCommand> TIDY =
            List.of(
                    shell("chmod -R u=rwX,go=rX " + Sources.OUT),
                    shell(
                            "find "
                                    + Sources.OUT
                                    + " -type f -size +1k"
                                    + " \\( -name '*.css' -o -name '*.html' -o -name '*.js'"
                                    + " -o -name '*.json' -o -name '*.mjs' -o -name '*.svg'"
                                    + " -o -name '*.txt' -o -name '*.wasm' -o -name '*.webmanifest'"
                                    + " -o -name '*.xml' \\) -exec gzip -9 -f -k -n {} +"));

    private CollectedPages() {}

    /**
     * Takes the pages out of a directory of the stage.
     *
     * @param output relative to where the stage is
     */
    static Step of(Service service, String output) {
        List<ShellCommand> take =
                List.of(
                        shell(
                                "{ test -f %s || { echo %s >&2; exit 1; }; }",
                                output + "/index.html",
                                "FS-BUILD-011 frontendOutput: the build left no "
                                        + Sources.file(service.path(), output)
                                        + "/index.html; let frontendOutput name the directory that"
                                        + " frontendBuild fills"),
                        shell("mkdir -p " + Sources.OUT),
                        shell("cp -RL %s " + Sources.OUT + "/", output + "/."));
        return new Step.Run(List.of(), Stream.concat(take.stream(), TIDY.stream()).toList());
    }

    /** Tidies pages that are in their place already. */
    static Step tidied() {
        return new Step.Run(List.of(), TIDY);
    }
}
