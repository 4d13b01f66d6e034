package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.detect.source.Tokens;
import io.github.fullstackmaven.model.ApiBase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a build writes into the pages, by the prefixes that mark them as public.
 *
 * @param apiBases those from which the pages take the base of their calls, sorted
 * @param others the others, sorted
 */
record PublicVariables(List<ApiBase> apiBases, List<String> others) {
    private static final String PREFIX =
            "(?:VITE|NEXT_PUBLIC|REACT_APP|GATSBY|VUE_APP|EXPO_PUBLIC|STORYBOOK|PUBLIC)_";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\w+");
    private static final Pattern IN_TEMPLATE =
            Pattern.compile(
                    "\\$\\{[^}]{0,80}?(\\benv(?:\\.|\\[['\"]))?(?<!\\w)(" + NAME.pattern() + ")");
    private static final Pattern BASE =
            Pattern.compile(PREFIX + "(?:\\w*_)?(?:API|BACKEND|SERVER)(?:_\\w*)?");
    private static final Pattern NO_BASE =
            Pattern.compile("\\w*(?:KEY|TOKEN|SECRET|VERSION|TIMEOUT|ENABLED|MODE|_ID)\\w*");
    private static final String SVELTE = "$env/static/public";

    PublicVariables {
        apiBases = List.copyOf(apiBases);
        others = List.copyOf(others);
    }

    static PublicVariables of(JsSources sources) {
        Set<String> names = new TreeSet<>();
        for (JsSources.Source source : sources.having(".env", SVELTE)) {
            boolean imported = source.text().contains(SVELTE);
            List<Token> tokens = source.tokens();
            for (int i = 2; i < tokens.size(); i++) {
                boolean used =
                        Tokens.matches(tokens, i - 2, "env", ".")
                                || Tokens.matches(tokens, i - 2, "env", "[")
                                || (imported && tokens.get(i).kind() == Token.Kind.WORD);
                if (used && NAME.matcher(tokens.get(i).text()).matches()) {
                    names.add(tokens.get(i).text());
                }
            }
            tokens.stream()
                    .filter(token -> token.kind() == Token.Kind.PATTERN)
                    .forEach(token -> inTemplate(token.text(), imported, names));
        }
        ApiPaths paths = new ApiPaths(sources);
        return new PublicVariables(
                names.stream().filter(PublicVariables::isBase).map(paths::of).toList(),
                names.stream().filter(name -> !isBase(name)).toList());
    }

    /** {@code `${import.meta.env.VITE_API_URL}/towns`} is one token. */
    private static void inTemplate(String template, boolean imported, Set<String> names) {
        Matcher matcher = IN_TEMPLATE.matcher(template);
        while (matcher.find()) {
            if (imported || matcher.group(1) != null) {
                names.add(matcher.group(2));
            }
        }
    }

    private static boolean isBase(String name) {
        return BASE.matcher(name).matches() && !NO_BASE.matcher(name).matches();
    }
}
