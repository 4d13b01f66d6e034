package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Digest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a browser takes for a script, and the hash by which a policy knows it. */
final class InlineScripts {
    /**
     * Types that a browser runs or obeys; every other type is mere data, which the policy does not
     * concern.
     */
    private static final Set<String> EXECUTED =
            Set.of(
                    "",
                    "module",
                    "importmap",
                    "speculationrules",
                    "text/javascript",
                    "application/javascript",
                    "application/ecmascript",
                    "text/ecmascript");

    private InlineScripts() {}

    /** Returns the scripts that stand in a page and that a browser runs or obeys. */
    static List<Element> in(Document page) {
        return page.select("script:not([src])").stream()
                .filter(s -> isExecuted(s.attr("type").strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Returns true for a type, in lower case, that a browser runs or obeys. */
    static boolean isExecuted(String type) {
        return EXECUTED.contains(type);
    }

    /** Returns {@code sha256-…} of a script, a handler or a style. */
    static String hash(String script) {
        // A browser hashes what its parser gives, in which every line ends with a line feed alone.
        String parsed = script.replace("\r\n", "\n").replace('\r', '\n');
        return "sha256-" + Digest.base64(parsed);
    }
}
