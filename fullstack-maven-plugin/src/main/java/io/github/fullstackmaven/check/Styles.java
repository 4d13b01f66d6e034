package io.github.fullstackmaven.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what a style sheet loads: {@code url()} and {@code @import}; not its namespaces. */
final class Styles {
    private static final int MOST = 200;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_PRELUDE = 200;

    private final CharSequence text;
    private final int end;
    private final List<Mention> mentions = new ArrayList<>();

    private int at;

    /** Where the present rule or declaration begins. */
    private int statement;

    private boolean inFontFace;

    private Styles(CharSequence text, int begin, int end) {
        this.text = text;
        this.at = begin;
        this.statement = begin;
        this.end = end;
    }

    /** Returns the mentions in a part of a file, in order. */
    static List<Mention> mentions(CharSequence text, int begin, int end) {
        Styles styles = new Styles(text, begin, end);
        while (styles.at < end && styles.mentions.size() < MOST) {
            styles.step();
        }
        return styles.mentions;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '/' && at + 1 < end && text.charAt(at + 1) == '*') {
            at += 2;
            while (at + 1 < end && !(text.charAt(at) == '*' && text.charAt(at + 1) == '/')) {
                at++;
            }
            at = Math.min(end, at + 2);
        } else if (c == '"' || c == '\'') {
            int start = ++at;
            skipQuoted(c);
            if (prelude().startsWith("@import")) {
                add(start, Use.STYLE);
            }
            at = Math.min(end, at + 1);
        } else if (c == '(' && isUrl()) {
            url();
        } else {
            if (c == '{') {
                inFontFace = prelude().startsWith("@font-face");
            } else if (c == '}') {
                inFontFace = false;
            }
            at++;
            if (c == '{' || c == '}' || c == ';') {
                statement = at;
            }
        }
    }

    private void skipQuoted(char quote) {
        while (at < end && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, end);
    }

    private boolean isUrl() {
        return at >= 3
                && text.subSequence(at - 3, at).toString().equalsIgnoreCase("url")
                && !prelude().startsWith("@namespace");
    }

    private void url() {
        at++;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        char first = at < end ? text.charAt(at) : ')';
        boolean quoted = first == '"' || first == '\'';
        int start = quoted ? ++at : at;
        if (quoted) {
            skipQuoted(first);
        } else {
            while (at < end && text.charAt(at) != ')' && text.charAt(at) != '\n') {
                at++;
            }
        }
        Use image = inFontFace ? Use.FONT : Use.IMAGE;
        add(start, prelude().startsWith("@import") ? Use.STYLE : image);
        at = Math.min(end, at + 1);
    }

    private void add(int start, Use use) {
        int stop = Math.min(at, start + LONGEST_ADDRESS);
        Address.of(text.subSequence(start, Math.max(start, stop)).toString().strip())
                .ifPresent(a -> mentions.add(new Mention(a, use, start, at, false, "")));
    }

    /** Returns the beginning of the present rule or declaration. */
    private String prelude() {
        int from = statement;
        while (from < end && from < at && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return text.subSequence(from, Math.min(from + LONGEST_PRELUDE, Math.max(from, at)))
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
