package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.model.ApiBase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages put behind the variable that has the base of their calls: {@code
 * `${import.meta.env.VITE_API_URL}/api/towns`}, or a constant that took it. A constant in capitals
 * counts in every file, any other one in its own.
 */
final class ApiPaths {
    private static final int MOST = 50;
    private static final Pattern KNOWN_EVERYWHERE = Pattern.compile("[A-Z][A-Z0-9_]{3,}");

    private final JsSources sources;

    ApiPaths(JsSources sources) {
        this.sources = sources;
    }

    ApiBase of(String variable) {
        Pattern taken =
                Pattern.compile(
                        "(?<![\\w$])([\\w$]{1,80})\\s*(?::\\s*[\\w<>| ]{1,40})?[=:]\\s*[^;\\n=:{]{0,60}?\\benv"
                                + "(?:\\.|\\[['\"])"
                                + Pattern.quote(variable)
                                + "\\b");
        Set<String> everywhere = new LinkedHashSet<>(Set.of(variable));
        for (JsSources.Source source : sources.having(variable)) {
            names(taken, source.text()).stream()
                    .filter(name -> KNOWN_EVERYWHERE.matcher(name).matches())
                    .forEach(everywhere::add);
        }
        Set<String> paths = new TreeSet<>();
        for (JsSources.Source source : sources.having(everywhere.toArray(String[]::new))) {
            Set<String> names = new LinkedHashSet<>(everywhere);
            names.addAll(names(taken, source.text()));
            names.forEach(name -> behind(name, source.text(), paths));
        }
        return new ApiBase(variable, List.copyOf(paths));
    }

    private static Set<String> names(Pattern taken, String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = taken.matcher(text);
        while (matcher.find() && names.size() < MOST) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static void behind(String name, String text, Set<String> paths) {
        Matcher matcher =
                Pattern.compile(
                                "(?<![\\w$])"
                                        + Pattern.quote(name)
                                        + "(?:['\"]\\])?(?:\\s*}|\\s*\\+\\s*['\"`])(/[\\w./-]*)")
                        .matcher(text);
        while (matcher.find() && paths.size() < MOST) {
            String path = matcher.group(1);
            paths.add(
                    path.length() > 1 && path.endsWith("/")
                            ? path.substring(0, path.length() - 1)
                            : path);
        }
    }
}
