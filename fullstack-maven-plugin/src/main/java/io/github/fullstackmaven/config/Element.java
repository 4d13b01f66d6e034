package io.github.fullstackmaven.config;

import java.util.List;
import java.util.Optional;

/**
 * An element of a POM as it stands there: for what Maven would refuse in its own words, or give
 * back in another order.
 *
 * @param name its name
 * @param text what is in it, without blanks around; empty where there are elements in it
 * @param children the elements in it, in order
 */
public record Element(String name, String text, List<Element> children) {
    public Element {
        children = List.copyOf(children);
    }

    /** Returns an element that holds a text. */
    public static Element of(String name, String text) {
        return new Element(name, text, List.of());
    }

    /** Returns what the elements of a name in it hold, in order. */
    List<String> texts(String child) {
        return children.stream()
                .filter(c -> c.name().equals(child))
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** Returns what the first element of a name in it holds. */
    Optional<String> text(String child) {
        return texts(child).stream().findFirst();
    }
}
