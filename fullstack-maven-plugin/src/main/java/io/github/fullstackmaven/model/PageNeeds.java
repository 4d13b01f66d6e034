package io.github.fullstackmaven.model;

import java.util.List;

/**
 * What stands in built pages and works only where their Content-Security-Policy allows just that.
 * Each hash is {@code sha256-…} in Base64, without quotes.
 *
 * @param scripts the hashes of inline scripts
 * @param handlers the hashes of attributes with code, like {@code onload}
 * @param styles the hashes of {@code <style>} elements
 * @param styleAttributes the hashes of what {@code style="…"} says
 * @param base whether a page names the base of its addresses: {@code <base href="/">}
 */
public record PageNeeds(
        List<String> scripts,
        List<String> handlers,
        List<String> styles,
        List<String> styleAttributes,
        boolean base) {
    /** Pages that consist of files alone. */
    public static final PageNeeds NONE =
            new PageNeeds(List.of(), List.of(), List.of(), List.of(), false);

    public PageNeeds {
        scripts = List.copyOf(scripts);
        handlers = List.copyOf(handlers);
        styles = List.copyOf(styles);
        styleAttributes = List.copyOf(styleAttributes);
    }
}
