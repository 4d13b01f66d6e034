package io.github.fullstackmaven.goal.dev;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dev server: where it listens unless it is told otherwise, and how it is told.
 *
 * @param name the program, as it stands in a script
 * @param port its own port
 * @param flag the argument before a port; absent: it reads {@code PORT}
 */
record DevServerTool(Pattern name, int port, Optional<String> flag) {
    private static final List<DevServerTool> KNOWN =
            List.of(
                    tool("next", 3000, "--port"),
                    tool("nuxt|nuxi", 3000, "--port"),
                    tool("astro", 4321, "--port"),
                    tool("ng", 4200, "--port"),
                    tool("vue-cli-service", 8080, "--port"),
                    tool("react-router|remix", 5173, "--port"),
                    tool("gatsby", 8000, "--port"),
                    tool("vinxi", 3000, "--port"),
                    tool("parcel", 1234, "--port"),
                    tool("rsbuild", 3000, "--port"),
                    tool("webpack-dev-server|webpack|rspack", 8080, "--port"),
                    new DevServerTool(
                            word("react-scripts|craco|react-app-rewired"), 3000, Optional.empty()),
                    tool("vite|svelte-kit|vitepress", 5173, "--port"));
    private static final Pattern NAMED =
            Pattern.compile("(?:--port[ =]|\\s-p[ =]?|\\bPORT=)([1-9][0-9]{0,4})\\b");

    private static DevServerTool tool(String names, int port, String flag) {
        return new DevServerTool(word(names), port, Optional.of(flag));
    }

    private static Pattern word(String names) {
        return Pattern.compile("(?:^|[\\s/'\"])(?:" + names + ")(?=$|[\\s'\"])");
    }

    /** Returns what a script calls; empty for what nobody here knows. */
    static Optional<DevServerTool> in(String script) {
        return KNOWN.stream().filter(tool -> tool.name().matcher(script).find()).findFirst();
    }

    /** Returns the port that a script names. */
    static Optional<Integer> portIn(String script) {
        Matcher named = NAMED.matcher(script);
        return named.find() ? Optional.of(Integer.valueOf(named.group(1))) : Optional.empty();
    }
}
