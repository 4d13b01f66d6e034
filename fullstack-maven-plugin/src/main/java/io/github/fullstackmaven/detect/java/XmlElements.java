package io.github.fullstackmaven.detect.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Questions to an element of a POM. */
final class XmlElements {
    private XmlElements() {}

    /** Returns the children of a name. */
    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name(element).equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    /** Returns all children. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Returns the elements at the end of a path of names. */
    static List<Element> all(Element parent, String... path) {
        List<Element> found = List.of(parent);
        for (String name : path) {
            found = found.stream().flatMap(e -> children(e, name).stream()).toList();
        }
        return found;
    }

    /** Returns the text of the first element at the end of a path of names. */
    static Optional<String> text(Element parent, String... path) {
        return all(parent, path).stream()
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Returns the text of the first element of a name at any depth. */
    static Optional<String> deep(Element parent, String name) {
        for (Element child : children(parent)) {
            Optional<String> text =
                    name(child).equals(name)
                            ? Optional.of(child.getTextContent().strip())
                            : deep(child, name);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** Returns the name without a prefix; the parser does not know name spaces. */
    static String name(Element element) {
        String name = element.getTagName();
        return name.substring(name.indexOf(':') + 1);
    }
}
