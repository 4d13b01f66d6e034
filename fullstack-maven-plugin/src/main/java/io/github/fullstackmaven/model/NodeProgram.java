package io.github.fullstackmaven.model;

import java.util.List;

/** What of a built Node.js project runs, and what it needs beside it. */
public sealed interface NodeProgram {
    /** Returns Debian packages that it needs when it runs. */
    List<String> packages();

    /**
     * A build that leaves everything it needs.
     *
     * @param files what is taken, relative to the service
     * @param packages Debian packages that it needs
     */
    record Bundled(List<String> files, List<String> packages) implements NodeProgram {
        public Bundled {
            files = List.copyOf(files);
            packages = List.copyOf(packages);
        }
    }

    /**
     * Files beside the dependencies that are not for development alone.
     *
     * @param files what is taken, relative to the workspace
     * @param entry the file that has to be there, relative to the workspace; empty when unknown
     * @param tools commands in {@code node_modules/.bin} that the start calls
     * @param prepare shell commands before dependencies are installed, run in the workspace
     * @param install shell commands that install them, run in the workspace
     * @param generated directories of {@code node_modules} that the build fills, by their names
     * @param packages Debian packages that it needs
     * @param runtime {@code node}, or {@code bun} where that runs the program
     */
    record Installed(
            List<String> files,
            String entry,
            List<String> tools,
            List<String> prepare,
            List<String> install,
            List<String> generated,
            List<String> packages,
            String runtime)
            implements NodeProgram {
        public Installed {
            files = List.copyOf(files);
            tools = List.copyOf(tools);
            prepare = List.copyOf(prepare);
            install = List.copyOf(install);
            generated = List.copyOf(generated);
            packages = List.copyOf(packages);
        }
    }

    /**
     * What Next.js puts together; without it, the project with what its package manager leaves.
     *
     * @param prune shell commands that remove what is for development alone, run in the workspace
     * @param packages Debian packages that it needs
     */
    record NextServer(List<String> prune, List<String> packages) implements NodeProgram {
        public NextServer {
            prune = List.copyOf(prune);
            packages = List.copyOf(packages);
        }
    }
}
