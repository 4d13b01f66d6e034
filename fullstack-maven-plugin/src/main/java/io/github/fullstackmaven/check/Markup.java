package io.github.fullstackmaven.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * Finds what a document loads, calls and sends forms to, in its elements, its scripts and its
 * styles; a component of Vue, Svelte or Astro is one as well. Links and namespaces are none.
 */
final class Markup {
    private static final int MOST = 200;

    private static final Pattern MAPPED =
            Pattern.compile("\"\\s*:\\s*\"((?:https?:)?//[^\"]{1,300})\"");

    private final String text;
    private final List<Mention> mentions = new ArrayList<>();

    private Markup(String text) {
        this.text = text;
    }

    /** Returns the mentions in a document, in order. */
    static List<Mention> mentions(String text) {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        Document document = parser.parseInput(text, "");
        Markup markup = new Markup(text);
        for (Element element : document.getAllElements()) {
            if (markup.mentions.size() >= MOST) {
                break;
            }
            markup.element(element);
        }
        return markup.mentions.stream().sorted(Comparator.comparingInt(Mention::offset)).toList();
    }

    private void element(Element element) {
        String name = element.normalName();
        if (name.equals("script")) {
            script(element);
        } else if (name.equals("style")) {
            int begin = content(element);
            mentions.addAll(Styles.mentions(text, begin, begin + length(element)));
        }
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            use(element, name, key).ifPresent(use -> attribute(element, attribute, use));
            if (key.equals("style") && attribute.getValue().contains("url(")) {
                style(element, attribute);
            }
        }
    }

    private static Optional<Use> use(Element element, String name, String key) {
        if (name.equals("link") && key.equals("href")) {
            return ofLink(element.attr("rel").toLowerCase(Locale.ROOT), element.attr("as"));
        }
        return Elements.use(name, key);
    }

    private static Optional<Use> ofLink(String rel, String as) {
        List<String> relations = List.of(rel.strip().split("\\s+"));
        if (relations.contains("stylesheet")) {
            return Optional.of(Use.STYLE);
        }
        if (relations.contains("modulepreload")) {
            return Optional.of(Use.SCRIPT);
        }
        if (relations.contains("icon") || relations.contains("apple-touch-icon")) {
            return Optional.of(Use.IMAGE);
        }
        if (relations.contains("preload")) {
            return Optional.of(
                    switch (as) {
                        case "script" -> Use.SCRIPT;
                        case "style" -> Use.STYLE;
                        case "font" -> Use.FONT;
                        case "image" -> Use.IMAGE;
                        default -> Use.CONNECT;
                    });
        }
        return Optional.empty();
    }

    private void script(Element element) {
        if (element.hasAttr("src")) {
            return;
        }
        int begin = content(element);
        int end = begin + length(element);
        String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        if (type.equals("importmap")) {
            Matcher mapped = MAPPED.matcher(text).region(begin, end);
            while (mapped.find() && mentions.size() < MOST) {
                int offset = mapped.start(1);
                int stop = mapped.end(1);
                Address.of(mapped.group(1))
                        .ifPresent(a -> add(new Mention(a, Use.SCRIPT, offset, stop, false, "")));
            }
        } else if (InlineScripts.isExecuted(type)) {
            mentions.addAll(Scripts.mentions(text, begin, end));
        }
    }

    private void attribute(Element element, Attribute attribute, Use use) {
        Optional<Address> address = Address.of(attribute.getValue().strip());
        Range value = range(element, attribute);
        if (address.isPresent() && value.isTracked()) {
            int offset = within(value.startPos());
            add(new Mention(address.get(), use, offset, within(value.endPos()), false, ""));
        }
    }

    private void style(Element element, Attribute attribute) {
        Range value = range(element, attribute);
        if (value.isTracked()) {
            mentions.addAll(
                    Styles.mentions(text, within(value.startPos()), within(value.endPos())));
        }
    }

    private static Range range(Element element, Attribute attribute) {
        return element.attributes().sourceRange(attribute.getKey()).valueRange();
    }

    private void add(Mention mention) {
        mentions.add(mention);
    }

    /** Returns where the content of a script or style begins, which stands in the file as it is. */
    private int content(Element element) {
        return Math.max(0, text.indexOf(element.data(), within(element.sourceRange().startPos())));
    }

    /** Returns how long that content is; nothing where it is not found. */
    private int length(Element element) {
        String data = element.data();
        return text.startsWith(data, content(element)) ? data.length() : 0;
    }

    private int within(int position) {
        return Math.max(0, Math.min(position, text.length()));
    }
}
