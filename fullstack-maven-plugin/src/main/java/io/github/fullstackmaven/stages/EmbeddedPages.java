package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.Service;
import java.util.List;
import java.util.Optional;

/**
 * Pages of the front end that a binary takes into itself: they are laid where it looks for them.
 */
final class EmbeddedPages {
    private EmbeddedPages() {}

    /**
     * Returns the steps that bring the pages; empty when none of the embedded directories is what
     * the front end's build leaves.
     *
     * @param embedded directories, relative to the repository
     */
    static Optional<List<Step>> in(Part part, List<String> embedded) {
        return part.application()
                .frontend()
                .flatMap(
                        pages ->
                                output(pages)
                                        .filter(embedded::contains)
                                        .map(at -> steps(pages, at)));
    }

    private static Optional<String> output(Service pages) {
        return pages.output()
                .map(out -> Sources.file(pages.path(), out.replaceAll("^\\./|/+$", "")));
    }

    private static List<Step> steps(Service pages, String directory) {
        String target = Sources.directory(directory);
        return List.of(
                Step.Copy.from(pages.name(), Sources.OUT + "/", target + "/"),
                Step.Run.of(
                        // Compressed copies are for the gateway; the binary would carry them twice.
                        shell(
                                "find %s -type f -name '*.gz' -exec sh -c"
                                        + " 'test ! -f \"${1%.gz}\" || rm \"$1\"' - {} \\;",
                                target)));
    }
}
