package io.github.fullstackmaven.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the addresses that a script uses. Reads every character once, whatever it is: a bundle of
 * many megabytes in one line, or no script at all.
 */
final class Scripts {
    /** Nobody reads more of one file, and a file that was made to have more shall cost no more. */
    private static final int MOST = 2_000;

    private static final int DEEPEST = 100_000;

    /** Names are told apart where somebody chose them; minifiers use short ones again and again. */
    private static final int SHORTEST_NAME = 3;

    /** How far away from where it was given something a short name still means that. */
    private static final int NEARBY = 3_000;

    private static final String CONCATENATED = ".concat(";

    /** Words after which a slash begins a regular expression. */
    private static final Set<String> BEFORE_EXPRESSION =
            Set.of(
                    "return",
                    "typeof",
                    "case",
                    "in",
                    "of",
                    "do",
                    "else",
                    "await",
                    "yield",
                    "void",
                    "delete",
                    "throw",
                    "new",
                    "instanceof");

    /** Words before brackets after which a statement begins. */
    private static final Set<String> BEFORE_STATEMENT = Set.of("if", "while", "for", "with");

    private final CharSequence text;
    private final int end;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> called = new HashSet<>();

    /** The latest mention that a short name took, and where it is among the mentions. */
    private final Map<String, Integer> latest = new HashMap<>();

    /** The brackets that are open: where they stand, and whether a value ends with them. */
    private int[] brackets = new int[64];

    private boolean[] values = new boolean[64];
    private int depth;

    private int at;

    /** Behind the last thing that is no blank and no comment. */
    private int last;

    /** Whether a value ends there, so that a slash divides. */
    private boolean value;

    private Scripts(CharSequence text, int begin, int end) {
        this.text = text;
        this.at = begin;
        this.last = begin;
        this.end = end;
    }

    /** Returns the mentions in a part of a file, in order. */
    static List<Mention> mentions(CharSequence text, int begin, int end) {
        Scripts script = new Scripts(text, begin, end);
        while (script.at < end && script.mentions.size() < MOST) {
            script.step();
        }
        return script.mentions.stream().map(script::settled).toList();
    }

    /** What a call in this file begins with is called, wherever it was written down. */
    private Mention settled(Mention mention) {
        if (mention.use() != Use.HELD) {
            return mention;
        }
        boolean used = called.contains(mention.name()) || Callees.meansApi(mention.name());
        return used
                ? mention.as(Use.CONNECT)
                : FileKinds.of(mention.address()).map(mention::as).orElse(mention);
    }

    private char peek(int ahead) {
        return at + ahead < end ? text.charAt(at + ahead) : ' ';
    }

    private void step() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '/' && peek(1) == '/') {
            skipTo('\n');
        } else if (c == '/' && peek(1) == '*') {
            skipComment();
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '`') {
            template(at);
        } else if (c == '/' && !value) {
            regularExpression();
        } else if (Character.isLetter(c) || c == '_' || c == '$' || c == '#') {
            word();
        } else if (c >= '0' && c <= '9') {
            while (at < end && (Backwards.isName(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            passed(true);
        } else if (c == '(' || c == '[' || c == '{') {
            open(c);
        } else if (c == ')' || c == ']' || c == '}') {
            close(c);
        } else {
            at++;
            boolean twice = (c == '+' || c == '-') && at - 2 >= 0 && text.charAt(at - 2) == c;
            passed(twice);
        }
    }

    private void passed(boolean isValue) {
        last = at;
        value = isValue;
    }

    private void skipTo(char stop) {
        while (at < end && text.charAt(at) != stop) {
            at++;
        }
    }

    private void skipComment() {
        at += 2;
        while (at < end && !(text.charAt(at) == '*' && peek(1) == '/')) {
            at++;
        }
        at = Math.min(end, at + 2);
    }

    private void word() {
        int start = at;
        while (at < end && Backwards.isName(text.charAt(at))) {
            at++;
        }
        int length = at - start;
        boolean keyword =
                length <= 10 && BEFORE_EXPRESSION.contains(text.subSequence(start, at).toString());
        if (length >= 7 && length <= 8 && Callees.isBase(text.subSequence(start, at).toString())) {
            base();
        }
        passed(!keyword);
    }

    /** {@code baseURL: API} makes that the base of calls. */
    private void base() {
        int i = blanks(at);
        if (i < end && (text.charAt(i) == ':' || text.charAt(i) == '=')) {
            called("baseURL", begun(i + 1));
        }
    }

    private void regularExpression() {
        at++;
        boolean inClass = false;
        while (at < end && text.charAt(at) != '\n' && (inClass || text.charAt(at) != '/')) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            }
            at++;
        }
        at = Math.min(end, at + 1);
        passed(true);
    }

    private void open(char c) {
        boolean valueEnds;
        if (c == '(') {
            Backwards before = new Backwards(text, last);
            String callee = before.typeArguments().name();
            valueEnds = !BEFORE_STATEMENT.contains(callee);
            if (Callees.connects(callee)) {
                called(callee, begun(at + 1));
            }
        } else if (c == '[') {
            valueEnds = true;
        } else {
            char before = last > 0 ? text.charAt(last - 1) : ' ';
            boolean arrow = before == '>' && last > 1 && text.charAt(last - 2) == '=';
            valueEnds = !arrow && !value && "=(,:?[&|!+".indexOf(before) >= 0;
        }
        push(at, valueEnds);
        at++;
        passed(false);
    }

    private void push(int where, boolean valueEnds) {
        if (depth < DEEPEST) {
            if (depth == brackets.length) {
                brackets = Arrays.copyOf(brackets, depth * 2);
                values = Arrays.copyOf(values, depth * 2);
            }
            brackets[depth] = where;
            values[depth] = valueEnds;
        }
        depth++;
    }

    private void close(char c) {
        at++;
        if (depth == 0) {
            passed(c != '}');
            return;
        }
        depth--;
        boolean known = depth < DEEPEST;
        if (c == '}' && known && text.charAt(brackets[depth]) == '$') {
            template(at - 1);
        } else {
            passed(!known || values[depth]);
        }
    }

    /** Returns what a call begins with: a variable, or a template that begins with one. */
    private String begun(int from) {
        int i = blanks(begunWithNothing(blanks(from)));
        if (i + 2 < end && text.charAt(i) == '`' && text.charAt(i + 1) == '$') {
            i = blanks(i + 3);
        }
        int start = i;
        while (i < end && i - start < 120 && isChain(text.charAt(i))) {
            i++;
        }
        return text.subSequence(Math.min(start, i), i).toString();
    }

    /** Remembers what a call begins with. */
    private void called(String by, String chain) {
        String name = chain.substring(chain.lastIndexOf('.') + 1);
        if (name.length() >= SHORTEST_NAME && called.size() < MOST) {
            called.add(name);
        } else if (by.length() >= SHORTEST_NAME) {
            // A callee of two letters is a minifier's, whatever it is called elsewhere.
            calledNearby(chain);
        }
    }

    /** Minifiers make {@code ""+a} and {@code "".concat(a)} of a template that begins with one. */
    private int begunWithNothing(int i) {
        boolean empty = i + 3 < end && text.charAt(i) == '"' && text.charAt(i + 1) == '"';
        if (!empty) {
            return i;
        }
        int behind = i + 2 + CONCATENATED.length();
        boolean concatenated =
                behind < end && text.subSequence(i + 2, behind).toString().equals(CONCATENATED);
        return concatenated ? behind : text.charAt(i + 2) == '+' ? i + 3 : i;
    }

    /** A short name is another one soon: what took it last, and not far away, is called. */
    private void calledNearby(String name) {
        Integer index = latest.get(name);
        if (index != null && at - mentions.get(index).offset() < NEARBY) {
            mentions.set(index, mentions.get(index).as(Use.CONNECT));
        }
    }

    private void taken(Mention mention) {
        if (mention.use() == Use.HELD
                && !mention.name().isEmpty()
                && mention.name().length() < SHORTEST_NAME) {
            latest.put(mention.name(), mentions.size());
        }
        mentions.add(mention);
    }

    private static boolean isChain(char c) {
        return Backwards.isName(c) || c == '.' || c == '?';
    }

    private int blanks(int from) {
        int i = from;
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private void string(char quote) {
        int start = at + 1;
        at = start;
        while (at < end && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, end);
        int stop = at;
        at = Math.min(end, at + 1);
        literal(start, stop, blanks(at));
        passed(true);
    }

    /** Reads a part of a template, from its beginning or from behind what was put into it. */
    private void template(int before) {
        boolean begins = text.charAt(before) == '`';
        int start = before + 1;
        at = start;
        while (at < end && text.charAt(at) != '`' && !(text.charAt(at) == '$' && peek(1) == '{')) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, end);
        int stop = at;
        boolean whole = at >= end || text.charAt(at) == '`';
        if (begins) {
            literal(start, stop, whole ? blanks(Math.min(end, at + 1)) : end);
        }
        if (whole) {
            at = Math.min(end, at + 1);
            passed(true);
        } else {
            push(at, true);
            at += 2;
            passed(false);
        }
    }

    private void literal(int start, int stop, int next) {
        if (stop - start < 5) {
            return;
        }
        char first = text.charAt(start);
        if (first != 'h' && first != 'w' && first != '/' && first != 'H' && first != 'W') {
            embedded(start, stop);
            return;
        }
        String content = text.subSequence(start, Math.min(stop, start + 300)).toString();
        Optional<Address> address = Address.of(content);
        if (address.isEmpty()) {
            return;
        }
        Context context = new Context(text, start - 1, last, next, end, opener());
        context.use()
                .filter(use -> !address.get().scheme().isEmpty() || use != Use.HELD)
                .ifPresent(
                        use ->
                                taken(
                                        new Mention(
                                                address.get(),
                                                use,
                                                start,
                                                stop,
                                                context.conditional(),
                                                context.name())));
    }

    /** JSON that bundlers keep as a text: {@code JSON.parse('{"api":"http://localhost:3000"}')}. */
    private void embedded(int start, int stop) {
        char first = text.charAt(start);
        if (first != '{' && first != '[') {
            return;
        }
        for (int i = start + 1; i + 3 < stop && mentions.size() < MOST; i++) {
            boolean address = text.charAt(i) == ':' && text.charAt(i + 1) == '/';
            if (!address) {
                continue;
            }
            Backwards before = new Backwards(text, i);
            String scheme = before.name();
            char quote = before.here();
            int begin = i - scheme.length();
            int close = i;
            while (close < stop && text.charAt(close) != quote && text.charAt(close) != '\\') {
                close++;
            }
            if (quote == '"' && before.offset() == begin - 1) {
                int from = begin;
                int to = close;
                Address.of(text.subSequence(from, to).toString())
                        .filter(Address::isLoopback)
                        .ifPresent(
                                a -> mentions.add(new Mention(a, Use.HELD, from, to, false, "")));
            }
            i = close;
        }
    }

    /** Returns where the innermost open bracket stands; -1 where none is open. */
    private int opener() {
        return depth == 0 || depth > DEEPEST ? -1 : brackets[depth - 1];
    }
}
