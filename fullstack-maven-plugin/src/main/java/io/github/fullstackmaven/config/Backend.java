package io.github.fullstackmaven.config;

import java.util.Map;

/** The element {@code <backend>}: what the user says about a back end. Filled by Maven. */
public final class Backend {
    /**
     * The service's name. By default {@code backend}, or the directory's name where there are
     * several.
     */
    private String name;

    /** The directory, relative to the repository. Detected by default. */
    private String dir;

    /**
     * The shell command that builds it, run in {@link #dir}. Detected by default; needs {@link
     * #output}.
     */
    private String build;

    /** The file that the build leaves, relative to {@link #dir}. Detected by default. */
    private String output;

    /** The program that is started; for Rust the binary's name. Detected by default. */
    private String start;

    /** The port that it listens on, 1 to 65535. Detected by default. */
    private String port;

    /** The path where it says that it is well. Detected by default. */
    private String health;

    /**
     * The prefix of the requests that it answers, like {@code /api/orders}. Default: from the dev
     * proxy; {@code /api} for one back end, {@code /api/<name>} for several.
     */
    private String apiPrefix;

    /**
     * Whether that prefix is taken off. Default: from the dev proxy; false for one back end, true
     * for several that no dev proxy names.
     */
    private String apiStripPrefix;

    /** What builds it: {@code native} or {@code nix}. The application's by default. */
    private String builder;

    /** Takes the short form {@code <backend>api</backend>}. */
    public void set(String directory) {
        dir = directory;
    }

    /** Returns what is set, under the names of the flat parameters. */
    public Map<String, String> flat() {
        return Flat.of(
                "backendBuilder", builder,
                "backendName", name,
                "backendDir", dir,
                "backendBuild", build,
                "backendOutput", output,
                "backendStart", start,
                "backendPort", port,
                "backendHealth", health,
                "backendApiPrefix", apiPrefix,
                "backendApiStripPrefix", apiStripPrefix);
    }
}
