package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * A goal typed on the command line runs once, on the top project. Where the application is another
 * module, that would silently work on the wrong one; the module's name is what the user needs
 * ({@code FS-CONFIG-005}).
 */
final class OtherModule {
    private static final String PACKAGING = "fullstack";

    private OtherModule() {}

    static void check(MavenSession session, MavenProject project, MojoExecution execution) {
        boolean typed = execution.getSource() == MojoExecution.Source.CLI;
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        if (!typed || session.getProjects().size() < 2 || isApplication(project, plugin)) {
            return;
        }
        List<String> modules =
                session.getProjects().stream()
                        .filter(p -> isApplication(p, plugin))
                        .map(p -> ":" + p.getArtifactId())
                        .toList();
        if (!modules.isEmpty()) {
            throw FullstackException.project(
                    Finding.error(
                            "FS-CONFIG-005",
                            "this project is not the application, but its module "
                                    + String.join(", ", modules)
                                    + " is",
                            "add -pl " + modules.get(0)));
        }
    }

    private static boolean isApplication(MavenProject project, PluginDescriptor plugin) {
        return project.getPackaging().equals(PACKAGING)
                || declares(project.getOriginalModel().getBuild(), plugin);
    }

    private static boolean declares(Build build, PluginDescriptor plugin) {
        return build != null
                && build.getPluginsAsMap()
                        .containsKey(plugin.getGroupId() + ":" + plugin.getArtifactId());
    }
}
