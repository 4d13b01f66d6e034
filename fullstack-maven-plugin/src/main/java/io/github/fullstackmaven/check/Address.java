package io.github.fullstackmaven.check;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute address with a host.
 *
 * @param origin scheme, host and port, as they are written
 * @param scheme {@code http}, {@code https}, {@code ws} or {@code wss}; empty for {@code //host}
 * @param host in lower case, without brackets; what is put in later, as in <code>
 *     https://{s}.tile.example.org</code>, is {@code *}
 * @param port the digits after the colon; empty where they are put in later; absent without a colon
 * @param rest path, query and fragment, as far as they are written
 */
public record Address(
        String origin, String scheme, String host, Optional<String> port, String rest) {
    private static final int LONGEST = 300;
    private static final Pattern FORM =
            Pattern.compile(
                    "((?:(https?|wss?):)?//(?:[\\w.~%-]*(?::[\\w.~%-]*)?@)?"
                            + "(\\[[0-9a-f:.]+]|(?:(?:\\*|\\{[^{}/]{1,20}})\\.)?[a-z0-9_](?:[a-z0-9._-]*[a-z0-9])?)"
                            + "(?::([0-9]{0,5}))?)"
                            + "(?:[/?#].*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "localhost|.*\\.localhost|127(?:\\.[0-9]{1,3}){3}|0\\.0\\.0\\.0|::1|"
                            + "host\\.docker\\.internal");

    private static final Pattern PUT_IN = Pattern.compile("\\{[^}]*}");

    /** Reads an address; empty for what is none, or has no host of its own. */
    public static Optional<Address> of(String text) {
        if (!text.contains("//")) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text.substring(0, Math.min(LONGEST, text.length())));
        if (!form.matches()) {
            return Optional.empty();
        }
        String host = anywhere(form.group(3)).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        Optional<String> port = Optional.ofNullable(form.group(4));
        boolean named = host.contains(".") || host.contains(":") || port.isPresent();
        if (!named && !host.equals("localhost")) {
            return Optional.empty();
        }
        String scheme = form.group(2) == null ? "" : form.group(2).toLowerCase(Locale.ROOT);
        String origin = form.group(1);
        return Optional.of(
                new Address(origin, scheme, host, port, text.substring(origin.length())));
    }

    /** Returns true for the machine of whoever looks at the page. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    private static String anywhere(String text) {
        return PUT_IN.matcher(text).replaceFirst("*");
    }

    /**
     * Returns the origin as a policy names it: with a scheme, and {@code *} for what is put in
     * later.
     */
    String source() {
        return (scheme.isEmpty() ? "https:" : "") + anywhere(origin);
    }

    /** Returns the whole as far as it fits into a line. */
    String shown() {
        String all = origin + rest;
        return all.length() <= 100 ? all : all.substring(0, 100) + "…";
    }
}
