package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.goal.Templates;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Copies the built-in templates to {@code src/fullstack/templates}, where each wins over the
 * built-in one from then on; a file of them that you do not mean to change is better removed again.
 * Typed again, after an upgrade for one, it renews the files that nobody has changed, leaves those
 * that somebody has, says which of them the built-in one has left behind, and writes that one to
 * {@code target/fullstack/templates} for comparison. {@code built-in.sha256} beside the copies
 * tells what they were copied from: commit it with them.
 *
 * @since 0.1.0
 */
@Mojo(name = "templates", requiresProject = false, threadSafe = true)
@SuppressWarnings("UnusedVariable") // Read by ParameterFields, all in one place.
public final class TemplatesMojo extends FullstackMojo {
    /**
     * Leaves out this goal. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.templates.skip")
    private String skipTemplates;

    /**
     * Prints which files would be written, and writes none. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.dryRun")
    private String dryRun;

    /**
     * The files to copy, like {@code Dockerfile.vm,nginx.conf.vm}, separated by commas. Default:
     * all. On a name that no template has: error {@code FS-TEMPLATE-006}, and nothing is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.templateNames")
    private String templateNames;

    @Override
    String goal() {
        return "templates";
    }

    @Override
    void run(Setup setup) {
        List<String> names =
                setup.settings().text("templateNames").stream()
                        .flatMap(s -> Stream.of(s.value().split(",")))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        Templates templates = new Templates(workshop(setup));
        if (setup.asked("dryRun")) {
            templates.dryRun(setup.location(), names);
        } else {
            templates.run(setup.location(), names);
        }
    }
}
