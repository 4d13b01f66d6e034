package io.github.fullstackmaven.config;

import java.util.Map;

/** The element {@code <frontend>}: what the user says about the front end. Filled by Maven. */
public final class Frontend {
    /** The directory, relative to the repository. Detected by default. */
    private String dir;

    /** The shell command that builds the pages, run in {@link #dir}. Detected by default. */
    private String build;

    /** The directory that the build leaves, relative to {@link #dir}. Detected by default. */
    private String output;

    /** What builds it: {@code native} or {@code nix}. The application's by default. */
    private String builder;

    /** Takes the short form {@code <frontend>web</frontend>}. */
    public void set(String directory) {
        dir = directory;
    }

    /** Returns what is set, under the names of the flat parameters. */
    public Map<String, String> flat() {
        return Flat.of(
                "frontendDir", dir,
                "frontendBuild", build,
                "frontendOutput", output,
                "frontendBuilder", builder);
    }
}
