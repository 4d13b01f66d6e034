package io.github.fullstackmaven.goal.init;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A {@code pom.xml} that a repository has already. */
public final class ExistingPom {
    private static final String PLUGIN = "fullstack-maven-plugin";
    private static final String PACKAGING = "fullstack";

    private ExistingPom() {}

    /** Returns true when it declares this plugin somewhere, or has its packaging. */
    public static boolean isOurs(Element root) {
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String parent = element.getParentNode().getNodeName();
            String text = element.getTextContent().strip();
            boolean plugin =
                    element.getTagName().equals("artifactId")
                            && parent.equals("plugin")
                            && text.equals(PLUGIN);
            boolean packaging =
                    element.getTagName().equals("packaging")
                            && parent.equals("project")
                            && text.equals(PACKAGING);
            if (plugin || packaging) {
                return true;
            }
        }
        return false;
    }
}
