package io.github.fullstackmaven.check;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Content-Security-Policy as it was served, and what a browser lets pass by it. */
public final class ServedPolicy {
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:");

    private final Map<String, List<String>> directives = new LinkedHashMap<>();

    private ServedPolicy() {}

    /** Reads a header's value; where several policies are in force the first one is taken. */
    public static ServedPolicy of(String header) {
        ServedPolicy policy = new ServedPolicy();
        for (String directive : header.split(",", 2)[0].split(";")) {
            String[] words = directive.strip().split("\\s+");
            if (!words[0].isEmpty()) {
                policy.directives.putIfAbsent(
                        words[0].toLowerCase(Locale.ROOT),
                        Arrays.asList(words).subList(1, words.length));
            }
        }
        return policy;
    }

    /**
     * Returns whether something may be loaded.
     *
     * @param url what
     * @param page the page that loads it
     * @param names the directive that is about it, then those that stand for it where it is missing
     */
    boolean allows(URI url, URI page, List<String> names) {
        return sources(names)
                .map(sources -> sources.stream().anyMatch(s -> matches(s, url, page)))
                .orElse(true);
    }

    /** Returns whether an inline script or style of this hash may be used. */
    boolean allowsInline(String hash, List<String> names) {
        return sources(names)
                .map(
                        sources ->
                                sources.contains("'" + hash + "'")
                                        || (sources.contains("'unsafe-inline'")
                                                && sources.stream().noneMatch(this::isStrict)))
                .orElse(true);
    }

    /** Returns whether an attribute with code or style of this hash in it may be used. */
    boolean allowsAttribute(String hash, List<String> names) {
        boolean hashed = sources(names).orElse(List.of()).contains("'unsafe-hashes'");
        return allowsInline(hashed ? hash : "", names);
    }

    /** With a hash or a nonce, browsers do not hear of what is unsafe. */
    private boolean isStrict(String source) {
        return source.startsWith("'sha") || source.startsWith("'nonce-");
    }

    private Optional<List<String>> sources(List<String> names) {
        return names.stream().filter(directives::containsKey).findFirst().map(directives::get);
    }

    private static boolean matches(String source, URI url, URI page) {
        String scheme = scheme(url);
        if (source.equals("'self'")) {
            return origin(url).equals(origin(page));
        }
        if (SCHEME.matcher(source.toLowerCase(Locale.ROOT)).matches()) {
            return source.equalsIgnoreCase(scheme + ":");
        }
        if (source.equals("*")) {
            return List.of("http", "https", "ws", "wss").contains(scheme);
        }
        if (source.startsWith("'") || url.getHost() == null) {
            return false;
        }
        return hostMatches(source.toLowerCase(Locale.ROOT), url, page);
    }

    private static boolean hostMatches(String source, URI url, URI page) {
        int colon = source.indexOf("://");
        String wanted = colon < 0 ? scheme(page) : source.substring(0, colon);
        String rest = colon < 0 ? source : source.substring(colon + 3);
        String authority = rest.split("/", 2)[0];
        String path = rest.length() > authority.length() ? rest.substring(authority.length()) : "";
        String host = authority.replaceFirst(":[0-9*]+$", "");
        String port =
                authority.length() > host.length() ? authority.substring(host.length() + 1) : "";
        boolean schemeFits = wanted.equals(scheme(url)) || scheme(url).equals(wanted + "s");
        boolean hostFits =
                host.startsWith("*.")
                        ? url.getHost().endsWith(host.substring(1))
                        : host.equalsIgnoreCase(url.getHost());
        boolean portFits =
                port.equals("*")
                        || (port.isEmpty()
                                ? port(url) == standard(scheme(url))
                                : port.equals(String.valueOf(port(url))));
        String asked = url.getPath() == null ? "" : url.getPath();
        boolean pathFits =
                path.isEmpty()
                        || (path.endsWith("/") ? asked.startsWith(path) : asked.equals(path));
        return schemeFits && hostFits && portFits && pathFits;
    }

    private static String origin(URI url) {
        return scheme(url) + "://" + url.getHost() + ":" + port(url);
    }

    private static String scheme(URI url) {
        return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    }

    private static int port(URI url) {
        return url.getPort() < 0 ? standard(scheme(url)) : url.getPort();
    }

    private static int standard(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            default -> -1;
        };
    }
}
