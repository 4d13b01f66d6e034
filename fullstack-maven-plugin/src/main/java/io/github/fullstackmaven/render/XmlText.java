package io.github.fullstackmaven.render;

import java.util.regex.Pattern;

/** Escapes for an XML file. What no XML can hold, like most control characters, is refused. */
public final class XmlText {
    private static final String FORMAT = "an XML file";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** Returns the content of an element. */
    public Escaped text(String value) {
        return new Escaped(
                allowed("the text of an element", value)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\r", "&#13;"));
    }

    /** Returns the name of an element. */
    public Escaped name(String value) {
        if (!NAME.matcher(value).matches()) {
            throw Refusal.of(FORMAT, "the name of an element", value);
        }
        return new Escaped(value);
    }

    /** Returns what stands within a comment, in which there are no two hyphens. */
    public Escaped comment(String value) {
        String apart = allowed("a comment", value).replace('\n', ' ').replaceAll("-(?=-|$)", "- ");
        return new Escaped(apart);
    }

    private static String allowed(String place, String value) {
        boolean all =
                value.codePoints()
                        .allMatch(
                                c ->
                                        c == '\t'
                                                || c == '\n'
                                                || c == '\r'
                                                || (c >= 0x20 && c <= 0xD7FF)
                                                || (c >= 0xE000 && c <= 0xFFFD)
                                                || c >= 0x10000);
        if (!all) {
            throw Refusal.of(FORMAT, place, value);
        }
        return value;
    }
}
