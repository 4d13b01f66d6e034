package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.config.KnownNames;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Refuses names that no goal knows, in {@code -D}, in {@code <properties>} and in the plugin's
 * configuration.
 */
final class UsedNames {
    private UsedNames() {}

    static void check(MavenSession session, MavenProject project, MojoExecution execution) {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        List<Finding> findings = new ArrayList<>();
        KnownNames properties = new KnownNames(properties(plugin));
        Set<String> used = new HashSet<>(ours(session.getUserProperties()));
        used.addAll(ours(project.getProperties()));
        findings.addAll(properties.check(used, "property"));
        KnownNames elements = new KnownNames(elements(plugin));
        findings.addAll(elements.check(configured(project, plugin), "parameter"));
        if (!findings.isEmpty()) {
            throw FullstackException.project(findings);
        }
    }

    /** Every goal's properties: one that only another goal knows may stand beside this goal. */
    private static Collection<String> properties(PluginDescriptor plugin) {
        Set<String> names = new HashSet<>();
        for (MojoDescriptor mojo : plugin.getMojos()) {
            for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                String expression = parameter.getValue("");
                if (expression.startsWith("${" + Settings.PREFIX)) {
                    names.add(expression.substring(2, expression.length() - 1));
                }
            }
        }
        return names;
    }

    private static Collection<String> elements(PluginDescriptor plugin) {
        Set<String> names = new HashSet<>();
        plugin.getMojos().forEach(m -> names.addAll(m.getParameterMap().keySet()));
        return names;
    }

    private static Collection<String> ours(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(n -> n.startsWith(Settings.PREFIX))
                .toList();
    }

    private static Collection<String> configured(MavenProject project, PluginDescriptor plugin) {
        Plugin declared = project.getPlugin(plugin.getGroupId() + ":" + plugin.getArtifactId());
        Set<String> names = new HashSet<>();
        if (declared != null) {
            add(names, declared.getConfiguration());
            declared.getExecutions().forEach(e -> add(names, e.getConfiguration()));
        }
        return names;
    }

    private static void add(Set<String> names, Object configuration) {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                names.add(child.getName());
            }
        }
    }
}
