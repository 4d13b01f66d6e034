package io.github.fullstackmaven.check;

import java.util.Optional;
import java.util.regex.Pattern;

/** What stands around a text in a script, and so what the script does with it. */
final class Context {
    private static final Pattern VERB =
            Pattern.compile("(?i)get|post|put|patch|delete|head|options");
    private static final Pattern LOOKS =
            Pattern.compile(
                    "\\.(?:includes|startsWith|endsWith|indexOf|match|test|length|split|search)\\b.*",
                    Pattern.DOTALL);
    private static final int WINDOW = 160;

    private final CharSequence text;
    private final int quote;
    private final int next;
    private final int end;
    private final int opener;

    private Optional<Use> use = Optional.empty();
    private boolean conditional;
    private String name = "";

    /**
     * Looks around.
     *
     * @param quote where the text's opening quote stands
     * @param last behind what stands before it
     * @param next where what stands behind it begins
     * @param end the end of the script
     * @param opener where the innermost open bracket stands; -1 where none is open
     */
    Context(CharSequence text, int quote, int last, int next, int end, int opener) {
        this.text = text;
        this.quote = quote;
        this.next = next;
        this.end = end;
        this.opener = opener;
        if (!isLookedAt()) {
            use = before(new Backwards(text, Math.min(last, quote)));
        }
        if (conditional && asksForThePlace()) {
            use = Optional.empty();
        }
    }

    /** Returns what is done with it; empty where it is mere text, a link, or compared. */
    Optional<Use> use() {
        return use;
    }

    /** Returns true where it is one of several values. */
    boolean conditional() {
        return conditional;
    }

    /** Returns the variable or property that takes it; empty where none does. */
    String name() {
        return name;
    }

    /** Compared with something, or asked about its own letters. */
    private boolean isLookedAt() {
        String behind = text.subSequence(Math.min(next, end), Math.min(next + 20, end)).toString();
        return behind.startsWith("==")
                || behind.startsWith("!=")
                || LOOKS.matcher(behind).matches()
                || (behind.startsWith(":") && isKey());
    }

    /** {@code "https://…?".concat(a)} is the beginning of an address. */
    private boolean isBegun() {
        return text.subSequence(Math.min(next, end), Math.min(next + 20, end))
                .toString()
                .startsWith(".concat(");
    }

    private boolean isKey() {
        char before = new Backwards(text, quote).here();
        return before == '{' || before == ',';
    }

    /** {@code location.hostname === "localhost" ? "http://localhost:3000" : ""} is no fault. */
    private boolean asksForThePlace() {
        return text.subSequence(Math.max(0, quote - WINDOW), quote)
                .toString()
                .contains("location.host");
    }

    private Optional<Use> before(Backwards at) {
        return switch (at.here()) {
            case '(' -> at.offset() == opener ? argument() : Optional.empty();
            case ',' -> furtherArgument(at);
            case ':' -> afterColon(at.back(1));
            case '=' -> assigned(at);
            case '?', '|' -> oneOfSeveral();
            case '&' -> at.before() == '&' ? oneOfSeveral() : Optional.empty();
            case '>' -> at.before() == '=' ? Optional.of(Use.HELD) : Optional.empty();
            case '{' -> inBraces(at);
            default -> afterWord(at.name());
        };
    }

    /** The first argument of a call, or what stands alone in brackets. */
    private Optional<Use> argument() {
        Backwards callee = new Backwards(text, opener).typeArguments();
        if (callee.here() == '.' && callee.before() == '?') {
            callee.back(2);
        }
        String called = callee.name();
        if (called.equals("String")) {
            return madeText(callee);
        }
        if (called.equals("URL")) {
            return Optional.of(takenByUrl(callee));
        }
        if (Callees.connects(called)) {
            return Optional.of(Use.CONNECT);
        }
        if (Callees.loadsScripts(called)) {
            return Optional.of(Use.SCRIPT);
        }
        return Callees.isHarmless(called) ? Optional.empty() : Optional.of(Use.HELD);
    }

    /** {@code API_HOST: String("…") || ""} takes it under that name. */
    private Optional<Use> madeText(Backwards before) {
        if (before.here() == ':' || before.here() == '=') {
            name = before.back(1).name();
        }
        return Optional.of(Use.HELD);
    }

    /** {@code fetch(new URL("…"))} calls it, {@code const page = new URL("…")} holds it. */
    private Use takenByUrl(Backwards callee) {
        if (!callee.name().equals("new")) {
            return Use.HELD;
        }
        if (callee.here() == '=') {
            callee.back(1);
            name = callee.name();
            return Use.HELD;
        }
        return callee.here() == '(' && Callees.connects(callee.back(1).name())
                ? Use.CONNECT
                : Use.HELD;
    }

    private Optional<Use> furtherArgument(Backwards at) {
        if (opener < 0 || text.charAt(opener) != '(') {
            // Minifiers put what is returned behind a comma.
            return isBegun() ? Optional.of(Use.HELD) : Optional.empty();
        }
        String called = new Backwards(text, opener).typeArguments().name();
        String former = at.back(1).quoted();
        if (VERB.matcher(former).matches()) {
            return Optional.of(Use.CONNECT);
        }
        if (Callees.tells(former)) {
            // attribute(link, "href", "https://…")
            return Optional.empty();
        }
        // Compilers make f(this, "baseUrl", "https://…") of a field.
        name = former;
        return Callees.isHarmless(called) || (called.equals("URL") && !hasPort())
                ? Optional.empty()
                : Optional.of(Use.HELD);
    }

    /** Libraries use a bare {@code http://localhost} as the base for taking paths apart. */
    private boolean hasPort() {
        String address = text.subSequence(quote + 1, Math.min(quote + 60, end)).toString();
        return address.matches("(?s)\\w+://[^/\"'`]*:[0-9].*");
    }

    private Optional<Use> afterColon(Backwards at) {
        boolean quoted = at.here() == '"' || at.here() == '\'';
        String key = quoted ? at.quoted() : at.name();
        // A comment may stand before the key; of a ternary, a question mark or a member does.
        boolean property = !key.isEmpty() && at.here() != '?' && at.here() != '.';
        boolean inObject = opener >= 0 && text.charAt(opener) == '{';
        return property && inObject ? property(key) : oneOfSeveral();
    }

    private Optional<Use> property(String key) {
        if (Callees.tells(key)) {
            return Optional.empty();
        }
        name = key;
        Optional<Use> loaded = Elements.use(Elements.called(text, opener), key);
        if (loaded.isPresent()) {
            return loaded;
        }
        if (Callees.isBase(key)) {
            return Optional.of(Use.CONNECT);
        }
        if (Callees.isPlace(key)) {
            Backwards taker = new Backwards(text, opener);
            boolean configures =
                    taker.here() == '('
                            && Callees.isConfigured(taker.back(1).typeArguments().name());
            return Optional.of(configures ? Use.CONNECT : Use.HELD);
        }
        return Optional.of(Use.HELD);
    }

    private Optional<Use> assigned(Backwards at) {
        if ("=!<>".indexOf(at.before()) >= 0) {
            return Optional.empty();
        }
        if ("|&?+".indexOf(at.before()) >= 0) {
            return at.before() == '+' ? Optional.empty() : oneOfSeveral();
        }
        String target = at.back(1).typeArguments().name();
        if (at.here() == ':') {
            target = at.back(1).name();
        }
        if (Callees.tells(target)) {
            return Optional.empty();
        }
        if (at.here() == ',' && Callees.tells(new Backwards(text, at.offset()).quoted())) {
            // attribute(link, "href", x = "https://…")
            return Optional.empty();
        }
        name = target;
        Optional<Use> loaded =
                at.here() == '.'
                        ? Optional.empty()
                        : Elements.use(Elements.tag(text, at.offset()), target);
        if (loaded.isPresent()) {
            return loaded;
        }
        if (target.equals("src") && at.here() == '.') {
            boolean script = at.back(1).name().matches("(?i).*script.*");
            return Optional.of(script ? Use.SCRIPT : Use.HELD);
        }
        return Optional.of(Use.HELD);
    }

    /** {@code src={"…"}} in JSX; in other braces a text stands for nothing. */
    private Optional<Use> inBraces(Backwards at) {
        Backwards outside = at.back(1);
        return outside.here() == '=' ? assigned(outside) : Optional.empty();
    }

    private Optional<Use> oneOfSeveral() {
        conditional = true;
        if (opener >= 0 && text.charAt(opener) == '(') {
            Backwards callee = new Backwards(text, opener).typeArguments();
            String called = callee.name();
            if (Callees.connects(called)) {
                return Optional.of(Use.CONNECT);
            }
            if (Callees.isHarmless(called)) {
                return Optional.empty();
            }
        }
        return Optional.of(Use.HELD);
    }

    private static Optional<Use> afterWord(String word) {
        return switch (word) {
            case "return", "default", "await", "yield" -> Optional.of(Use.HELD);
            case "from", "import" -> Optional.of(Use.SCRIPT);
            default -> Optional.empty();
        };
    }
}
