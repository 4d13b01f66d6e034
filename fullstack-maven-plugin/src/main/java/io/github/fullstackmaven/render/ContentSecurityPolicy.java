package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.PageNeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page may load and from where.
 *
 * @param directives directive to its sources, in order
 */
public record ContentSecurityPolicy(Map<String, List<String>> directives) {
    private static final String SELF = "'self'";
    private static final String NONE = "'none'";

    /** Attributes, too, are known by their hashes. */
    private static final String HASHED = "'unsafe-hashes'";

    private static final Pattern DIRECTIVE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9.:/*_~%-]+");

    /** Styles may be made by scripts; to say so is the user's part. */
    private static final String ANY_STYLE = "'unsafe-inline'";

    private static final Pattern HASH = Pattern.compile("sha(256|384|512)-[A-Za-z0-9+/_-]+=*");

    /**
     * Returns the policy of an application's pages.
     *
     * @param needs what stands in them
     */
    public static ContentSecurityPolicy of(Application application, PageNeeds needs) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        directives.put("default-src", List.of(SELF));
        directives.put("base-uri", List.of(needs.base() ? SELF : NONE));
        directives.put("object-src", List.of(NONE));
        directives.put("frame-ancestors", List.of(NONE));
        directives.put("form-action", List.of(SELF));
        directives.put("connect-src", List.of(SELF));
        directives.put("font-src", List.of(SELF));
        directives.put("img-src", List.of(SELF, "data:"));
        directives.put("script-src", withHashes(SELF, needs.scripts()));
        if (!needs.handlers().isEmpty()) {
            directives.put("script-src-attr", withHashes(HASHED, needs.handlers()));
        }
        directives.put("style-src", withHashes(SELF, needs.styles()));
        if (!needs.styleAttributes().isEmpty()) {
            directives.put("style-src-attr", withHashes(HASHED, needs.styleAttributes()));
        }
        application.origins().forEach((directive, origins) -> add(directives, directive, origins));
        return new ContentSecurityPolicy(directives);
    }

    /** Returns the value of the header. */
    public String header() {
        return directives.entrySet().stream()
                .map(entry -> entry.getKey() + " " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** Returns true when some page may show this one in a frame. */
    public boolean mayBeFramed() {
        return !directives.get("frame-ancestors").equals(List.of(NONE));
    }

    private static List<String> withHashes(String first, List<String> hashes) {
        List<String> sources = new ArrayList<>(List.of(first));
        for (String hash : hashes.stream().sorted().distinct().toList()) {
            sources.add("'" + checked(HASH, "the hash of what is inline", hash) + "'");
        }
        return sources;
    }

    private static void add(
            Map<String, List<String>> directives, String directive, List<String> origins) {
        List<String> sources =
                new ArrayList<>(
                        directives.getOrDefault(
                                checked(DIRECTIVE, "a directive", directive), List.of(SELF)));
        for (String origin : origins) {
            sources.remove(NONE);
            if (origin.equals(ANY_STYLE) && directive.startsWith("style-src")) {
                // Beside a hash browsers do not hear of it.
                sources.removeIf(source -> source.startsWith("'sha") || source.equals(HASHED));
                sources.add(origin);
            } else {
                sources.add(checked(SOURCE, "a source", origin));
            }
        }
        directives.put(directive, sources);
        if (directive.equals("style-src") && sources.contains(ANY_STYLE)) {
            // What stands for attributes as well.
            directives.remove("style-src-attr");
        }
    }

    private static String checked(Pattern pattern, String place, String value) {
        if (!pattern.matcher(value).matches()) {
            throw Refusal.of("a content security policy", place, value);
        }
        return value;
    }
}
