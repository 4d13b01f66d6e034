package io.github.fullstackmaven.check;

import java.util.Map;
import java.util.Optional;

/** What the elements of a page do with the addresses in their attributes. */
final class Elements {
    private static final Map<String, Use> LOADING =
            Map.ofEntries(
                    Map.entry("script src", Use.SCRIPT),
                    Map.entry("img src", Use.IMAGE),
                    Map.entry("img srcset", Use.IMAGE),
                    Map.entry("image href", Use.IMAGE),
                    Map.entry("source src", Use.MEDIA),
                    Map.entry("source srcset", Use.IMAGE),
                    Map.entry("video src", Use.MEDIA),
                    Map.entry("video poster", Use.IMAGE),
                    Map.entry("audio src", Use.MEDIA),
                    Map.entry("track src", Use.MEDIA),
                    Map.entry("iframe src", Use.FRAME),
                    Map.entry("embed src", Use.FRAME),
                    Map.entry("object data", Use.FRAME),
                    Map.entry("form action", Use.FORM),
                    Map.entry("button formaction", Use.FORM),
                    Map.entry("base href", Use.BASE));

    /** A tag with its attributes is seldom longer than that. */
    private static final int LONGEST_TAG = 600;

    private Elements() {}

    /** Returns what an element does with an attribute of it; empty where it loads nothing. */
    static Optional<Use> use(String element, String attribute) {
        return Optional.ofNullable(LOADING.get(element + " " + attribute));
    }

    /**
     * Returns the element that is made by a call, like {@code jsx("img", {src: …})}; empty for
     * another one.
     *
     * @param brace where the table of its attributes begins
     */
    static String called(CharSequence text, int brace) {
        Backwards before = new Backwards(text, brace);
        return before.here() == ',' ? before.back(1).quoted() : "";
    }

    /**
     * Returns the element in whose tag of JSX an attribute stands; empty where there is none.
     *
     * @param attribute the last character before the attribute's name that is no blank
     */
    static String tag(CharSequence text, int attribute) {
        for (int i = attribute; i >= 0 && attribute - i < LONGEST_TAG; i--) {
            char c = text.charAt(i);
            if (c == '>' && (i == 0 || text.charAt(i - 1) != '=')) {
                return "";
            }
            if (c == '<') {
                int end = i + 1;
                while (end <= attribute && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                return text.subSequence(i + 1, end).toString();
            }
        }
        return "";
    }
}
