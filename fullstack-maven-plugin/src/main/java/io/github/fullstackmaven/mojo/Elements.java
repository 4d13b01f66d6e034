package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.config.Element;
import java.util.Arrays;
import java.util.List;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Elements of a POM as they stand there, without Maven. */
final class Elements {
    private Elements() {}

    /** Returns the elements in a parameter; none when the parameter is not there. */
    static List<Element> in(PlexusConfiguration parameter) {
        return parameter == null
                ? List.of()
                : Arrays.stream(parameter.getChildren()).map(Elements::element).toList();
    }

    private static Element element(PlexusConfiguration child) {
        String text = child.getValue("");
        return new Element(child.getName(), text == null ? "" : text, in(child));
    }
}
