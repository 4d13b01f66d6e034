package io.github.fullstackmaven.detect.go;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a file takes part in a build for Linux: by its name, {@code x_windows.go}, and by
 * its {@code //go:build} line. The architecture is left open.
 */
final class BuildConstraint {
    private static final Set<String> SYSTEMS =
            Set.of(
                    "aix",
                    "android",
                    "darwin",
                    "dragonfly",
                    "freebsd",
                    "hurd",
                    "illumos",
                    "ios",
                    "js",
                    "linux",
                    "nacl",
                    "netbsd",
                    "openbsd",
                    "plan9",
                    "solaris",
                    "wasip1",
                    "windows",
                    "zos");
    private static final Set<String> MACHINES =
            Set.of(
                    "386",
                    "amd64",
                    "arm",
                    "arm64",
                    "loong64",
                    "mips",
                    "mips64",
                    "mips64le",
                    "mipsle",
                    "ppc64",
                    "ppc64le",
                    "riscv64",
                    "s390x",
                    "wasm");
    private static final Set<String> BUILT_FOR = Set.of("amd64", "arm64");
    private static final Set<String> HOLDING = Set.of("linux", "unix", "gc", "cgo");
    private static final Pattern RELEASE = Pattern.compile("go1(\\.\\d+)?");
    private static final Pattern TOKEN = Pattern.compile("\\|\\||&&|[!()]|[\\w.]+");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private BuildConstraint(String expression) {
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** Returns whether a file of that name, with those directives, is compiled. */
    static boolean holds(String name, List<String> directives) {
        boolean modern = directives.stream().anyMatch(line -> line.startsWith("go:build "));
        return nameHolds(name.substring(0, name.length() - ".go".length()))
                && directives.stream()
                        .allMatch(
                                line ->
                                        line.startsWith("go:build ")
                                                ? evaluate(line.substring("go:build ".length()))
                                                : modern
                                                        || !line.startsWith("+build ")
                                                        || old(line));
    }

    private static boolean nameHolds(String stem) {
        String[] parts = stem.split("_");
        int last = parts.length - 1;
        if (last >= 1 && MACHINES.contains(parts[last])) {
            if (!BUILT_FOR.contains(parts[last])) {
                return false;
            }
            last--;
        }
        return last < 1 || !SYSTEMS.contains(parts[last]) || parts[last].equals("linux");
    }

    /** {@code +build linux,!cgo darwin}: a space is "or", a comma "and". */
    private static boolean old(String line) {
        for (String choice : line.substring("+build ".length()).strip().split("\\s+")) {
            if (evaluate(choice.replace(",", " && "))) {
                return true;
            }
        }
        return false;
    }

    private static boolean evaluate(String expression) {
        BuildConstraint constraint = new BuildConstraint(expression);
        return constraint.tokens.isEmpty() || constraint.or();
    }

    private boolean or() {
        boolean value = and();
        while (taken("||")) {
            value |= and();
        }
        return value;
    }

    private boolean and() {
        boolean value = not();
        while (taken("&&")) {
            value &= not();
        }
        return value;
    }

    private boolean not() {
        if (taken("!")) {
            return !not();
        }
        if (taken("(")) {
            boolean value = or();
            taken(")");
            return value;
        }
        if (at >= tokens.size()) {
            return true;
        }
        String tag = tokens.get(at++);
        return HOLDING.contains(tag) || BUILT_FOR.contains(tag) || RELEASE.matcher(tag).matches();
    }

    private boolean taken(String token) {
        boolean is = at < tokens.size() && tokens.get(at).equals(token);
        at += is ? 1 : 0;
        return is;
    }
}
