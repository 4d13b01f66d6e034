package io.github.fullstackmaven.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The {@code pom.xml} of a repository that has none.
 *
 * @param groupId the groupId
 * @param artifactId the artifactId, which is the application's name as well
 * @param version the version, which is the image's tag as well
 * @param name how people call it; absent where that is the artifactId
 * @param settings what differs from the defaults, by name without {@code fullstack.}
 * @param open settings that somebody has to make, with the reason
 * @param plugin the version of this plugin
 */
public record ProjectFile(
        String groupId,
        String artifactId,
        String version,
        Optional<String> name,
        SortedMap<String, String> settings,
        SortedMap<String, String> open,
        String plugin) {

    /** Returns the whole file. */
    public String text() {
        return filled("pom.xml.vm");
    }

    /** Returns the plugin as it is entered into a POM that is there already, a line an element. */
    public static List<String> pluginAlone(String version) {
        Map<String, Object> values = Map.of("xml", new XmlText(), "plugin", version);
        return new TemplateEngine(TemplateSet.builtIn())
                .fill("pom-plugin.xml.vm", values)
                .lines()
                .toList();
    }

    private String filled(String template) {
        return new TemplateEngine(TemplateSet.builtIn())
                .fill(
                        template,
                        Map.of(
                                "xml",
                                new XmlText(),
                                "pom",
                                this,
                                "named",
                                name.isPresent(),
                                "name",
                                name.orElse(""),
                                "domain",
                                settings.containsKey("domain"),
                                "settings",
                                settings,
                                "open",
                                open));
    }
}
