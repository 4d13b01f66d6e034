package io.github.fullstackmaven.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds what stands in a page and its own Content-Security-Policy does not let a browser use. What
 * scripts do later only a browser sees.
 */
public final class BlockedByPolicy {
    private BlockedByPolicy() {}

    /**
     * Something that is blocked.
     *
     * @param directive the directive that blocks it
     * @param what for people: {@code the inline script "window.x = …"}
     * @param code whether it is code that then does not run
     */
    public record Blocked(String directive, String what, boolean code) {}

    /**
     * Returns what is blocked, in the order of its kinds; of a kind of attributes the first.
     *
     * @param html the page's source
     * @param url its address
     */
    public static List<Blocked> in(String html, URI url, ServedPolicy policy) {
        Document page = Jsoup.parse(html, url.toString());
        List<Blocked> blocked = new ArrayList<>();
        for (Element script : InlineScripts.in(page)) {
            if (!policy.allowsInline(InlineScripts.hash(script.data()), Kind.SCRIPT.directives)) {
                blocked.add(code("script-src", "an inline script: " + quoted(script.data())));
            }
        }
        loaded(page, url, policy, blocked);
        for (Element style : page.select("style")) {
            if (!policy.allowsInline(InlineScripts.hash(style.data()), Kind.STYLE.directives)) {
                blocked.add(look("style-src", "a <style>: " + quoted(style.data())));
            }
        }
        attributes(page, policy).ifPresent(what -> blocked.add(look("style-src", what)));
        handlers(page, policy).ifPresent(what -> blocked.add(code("script-src", what)));
        return List.copyOf(blocked);
    }

    private static void loaded(Document page, URI url, ServedPolicy policy, List<Blocked> blocked) {
        for (Element element :
                page.select(
                        "script[src], link[rel~=(?i)\\b(stylesheet|modulepreload)\\b][href],"
                                + " img[src], iframe[src], base[href], form[action]")) {
            Kind kind = Kind.of(element);
            Optional<URI> target = resolved(element.attr(kind.attribute), url);
            if (target.isPresent() && !policy.allows(target.get(), url, kind.directives)) {
                String what = "<" + element.normalName() + "> " + shortened(target.get());
                blocked.add(new Blocked(kind.directives.get(0), what, kind.code));
            }
        }
    }

    /**
     * How an element loads something.
     *
     * @param attribute the attribute that names what
     * @param code whether that is code
     * @param directives the directive that is about it, then those that stand for it
     */
    private record Kind(String attribute, boolean code, List<String> directives) {
        private static final Kind SCRIPT =
                new Kind("src", true, List.of("script-src-elem", "script-src", "default-src"));
        private static final Kind STYLE =
                new Kind("href", false, List.of("style-src-elem", "style-src", "default-src"));
        private static final Kind IMAGE = new Kind("src", false, List.of("img-src", "default-src"));
        private static final Kind FRAME =
                new Kind("src", false, List.of("frame-src", "child-src", "default-src"));

        // These have nothing that stands for them.
        private static final Kind BASE = new Kind("href", true, List.of("base-uri"));
        private static final Kind FORM = new Kind("action", false, List.of("form-action"));

        static Kind of(Element element) {
            return switch (element.normalName()) {
                case "script" -> SCRIPT;
                case "img" -> IMAGE;
                case "iframe" -> FRAME;
                case "base" -> BASE;
                case "form" -> FORM;
                default -> isModule(element) ? SCRIPT : STYLE;
            };
        }

        private static boolean isModule(Element link) {
            return link.attr("rel").toLowerCase(Locale.ROOT).contains("modulepreload");
        }
    }

    private static Optional<String> attributes(Document page, ServedPolicy policy) {
        List<String> directives = List.of("style-src-attr", "style-src", "default-src");
        List<String> styles =
                page.select("[style]").stream()
                        .map(element -> element.attr("style"))
                        .filter(s -> !policy.allowsAttribute(InlineScripts.hash(s), directives))
                        .toList();
        return styles.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        styles.size()
                                + (styles.size() == 1 ? " attribute " : " attributes ")
                                + "style: "
                                + quoted(styles.get(0)));
    }

    private static Optional<String> handlers(Document page, ServedPolicy policy) {
        List<String> directives = List.of("script-src-attr", "script-src", "default-src");
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (InlineParts.isHandler(attribute)
                        && !policy.allowsAttribute(
                                InlineScripts.hash(attribute.getValue()), directives)) {
                    return Optional.of(
                            "the attribute "
                                    + attribute.getKey()
                                    + ": "
                                    + quoted(attribute.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<URI> resolved(String reference, URI url) {
        if (reference.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(url.resolve(reference.strip().replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Blocked code(String directive, String what) {
        return new Blocked(directive, what, true);
    }

    private static Blocked look(String directive, String what) {
        return new Blocked(directive, what, false);
    }

    private static String shortened(URI url) {
        String text = url.toString();
        return text.length() > 80 ? text.substring(0, 77) + "…" : text;
    }

    private static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "\"" + (line.length() > 60 ? line.substring(0, 57) + "…" : line) + "\"";
    }
}
