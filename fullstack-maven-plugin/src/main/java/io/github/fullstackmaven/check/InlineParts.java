package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.PageNeeds;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds what built pages have inside of them: scripts, handlers, styles. A Content-Security-Policy
 * lets each of them work by its hash, so that {@code 'unsafe-inline'} is not needed.
 */
public final class InlineParts {
    /**
     * All pages have one policy, and it has to fit into a header: where each page has styles of its
     * own, it could not.
     */
    private static final int MOST = 20;

    private final Set<String> scripts = new TreeSet<>();
    private final Set<String> handlers = new TreeSet<>();
    private final Set<String> styles = new TreeSet<>();
    private final Set<String> styleAttributes = new TreeSet<>();
    private boolean base;

    private InlineParts() {}

    /**
     * Returns what the pages need, each hash once and sorted; of handlers and styles none where
     * there are more than twenty.
     */
    public static PageNeeds of(List<Page> pages) {
        InlineParts parts = new InlineParts();
        pages.stream().filter(Page::isHtml).forEach(page -> parts.add(Jsoup.parse(page.text())));
        return new PageNeeds(
                List.copyOf(parts.scripts),
                few(parts.handlers),
                few(parts.styles),
                few(parts.styleAttributes),
                parts.base);
    }

    private static List<String> few(Set<String> hashes) {
        return hashes.size() > MOST ? List.of() : List.copyOf(hashes);
    }

    private void add(Document page) {
        InlineScripts.in(page).forEach(script -> scripts.add(InlineScripts.hash(script.data())));
        page.select("style").forEach(style -> styles.add(InlineScripts.hash(style.data())));
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().equals("style")) {
                    styleAttributes.add(InlineScripts.hash(attribute.getValue()));
                } else if (isHandler(attribute)) {
                    handlers.add(InlineScripts.hash(attribute.getValue()));
                }
            }
        }
        base |= !page.select("base[href]").isEmpty();
    }

    /** Returns whether an attribute has code in it that runs when something happens. */
    static boolean isHandler(Attribute attribute) {
        return attribute.getKey().startsWith("on") && attribute.getKey().length() > 3;
    }
}
