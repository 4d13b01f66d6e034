package io.github.fullstackmaven.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What pages and style sheets refer to on their own site.
 *
 * @param files what is loaded with a page, each once
 * @param pages the paths of other pages that links lead to, each once, without those that the page
 *     itself says are to be downloaded
 */
public record PageReferences(Set<File> files, Set<String> pages) {
    private static final Pattern IN_STYLES =
            Pattern.compile("url\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^'\")\\s]*))\\s*\\)");

    public PageReferences {
        files = Collections.unmodifiableSet(new LinkedHashSet<>(files));
        pages = Collections.unmodifiableSet(new LinkedHashSet<>(pages));
    }

    /**
     * Something that is loaded.
     *
     * @param path path and query on the site
     * @param kind what a browser takes it for
     */
    public record File(String path, Kind kind) {}

    /** What a browser takes something for. */
    public enum Kind {
        SCRIPT("(text|application)/(javascript|ecmascript)"),
        STYLE("text/css"),
        IMAGE("image/.+"),
        FONT("font/.+|application/(x-)?font-.+|application/vnd\\.ms-fontobject"),
        MANIFEST("application/(manifest\\+)?json"),
        /** Sound, film and what has no kind: anything but a page. */
        OTHER("(?!text/html$).+");

        private final Pattern types;

        Kind(String types) {
            this.types = Pattern.compile(types);
        }

        /** Returns whether a browser takes an answer of this type. */
        public boolean takes(String type) {
            return types.matcher(type).matches();
        }
    }

    /** Returns what a page refers to. */
    public static PageReferences of(String html, URI url) {
        Document page = Jsoup.parse(html);
        Element base = page.selectFirst("base[href]");
        URI from = base == null ? url : resolved(base.attr("href"), url).orElse(url);
        Set<File> files = new LinkedHashSet<>();
        Set<String> pages = new LinkedHashSet<>();
        for (Element element :
                page.select("script[src], img[src], source[src], video[src], audio[src]")) {
            add(files, element.attr("src"), kind(element), from, url);
        }
        for (Element link : page.select("link[href]")) {
            ofLink(link).ifPresent(kind -> add(files, link.attr("href"), kind, from, url));
        }
        for (Element link : page.select("a[href]:not([download])")) {
            local(link.attr("href"), from, url).ifPresent(pages::add);
        }
        return new PageReferences(files, pages);
    }

    /** Returns the files that a style sheet refers to. */
    public static List<File> ofStyles(String css, URI url) {
        Set<File> files = new LinkedHashSet<>();
        Matcher matcher = IN_STYLES.matcher(css);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    String reference = matcher.group(group);
                    add(files, reference, named(reference), url, url);
                }
            }
        }
        return new ArrayList<>(files);
    }

    private static Kind kind(Element element) {
        return switch (element.normalName()) {
            case "script" -> Kind.SCRIPT;
            case "img" -> Kind.IMAGE;
            default -> Kind.OTHER;
        };
    }

    private static Optional<Kind> ofLink(Element link) {
        List<String> rels =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        if (rels.contains("stylesheet")) {
            return Optional.of(Kind.STYLE);
        }
        if (rels.contains("modulepreload")) {
            return Optional.of(Kind.SCRIPT);
        }
        if (rels.contains("icon") || rels.contains("apple-touch-icon")) {
            return Optional.of(Kind.IMAGE);
        }
        if (rels.contains("manifest")) {
            return Optional.of(Kind.MANIFEST);
        }
        if (rels.contains("preload")) {
            return Optional.of(
                    switch (link.attr("as").toLowerCase(Locale.ROOT)) {
                        case "script" -> Kind.SCRIPT;
                        case "style" -> Kind.STYLE;
                        case "image" -> Kind.IMAGE;
                        case "font" -> Kind.FONT;
                        default -> Kind.OTHER;
                    });
        }
        return Optional.empty();
    }

    private static Kind named(String reference) {
        String path = reference.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        if (path.matches(".*\\.(woff2?|ttf|otf|eot)")) {
            return Kind.FONT;
        }
        return path.endsWith(".css") ? Kind.STYLE : Kind.OTHER;
    }

    private static void add(Set<File> files, String reference, Kind kind, URI from, URI site) {
        local(reference, from, site).ifPresent(path -> files.add(new File(path, kind)));
    }

    /** Returns path and query of what is on the same site; nothing for all else. */
    private static Optional<String> local(String reference, URI from, URI site) {
        return reference.strip().startsWith("#")
                ? Optional.empty()
                : resolved(reference, from)
                        .filter(u -> String.valueOf(u.getScheme()).equals(site.getScheme()))
                        .filter(
                                u ->
                                        String.valueOf(u.getRawAuthority())
                                                .equals(site.getRawAuthority()))
                        .map(PageReferences::path);
    }

    private static String path(URI url) {
        String path =
                url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static Optional<URI> resolved(String reference, URI from) {
        try {
            return Optional.of(from.resolve(reference.strip().replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            // A browser makes something of it; what, is not for us to guess.
            return Optional.empty();
        }
    }
}
