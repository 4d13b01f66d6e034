package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import java.util.List;

/** Debian packages in an image, without what only their installation needed. */
final class DebianPackages {
    private DebianPackages() {}

    /** Returns the step that installs packages for a build, and leaves no list and no cache. */
    static Step installed(List<String> packages) {
        return Step.Run.of(update(), install(packages), cleanUp());
    }

    /**
     * Returns the step that installs packages in an image that runs: nothing is left there that
     * gives another user's rights, nor the second tini that comes with the first. To take a file
     * away costs a layer nothing; to change its mode would copy it.
     */
    static Step installedToRun(List<String> packages) {
        return Step.Run.of(
                update(),
                install(packages),
                cleanUp(),
                shell("rm -f /usr/bin/tini-static"),
                withoutSetUid());
    }

    /** Returns the command that takes away every file that gives another user's rights. */
    static ShellCommand withoutSetUid() {
        return shell("find / -xdev -type f -perm /6000 -exec rm -f {} +");
    }

    private static ShellCommand update() {
        return shell("apt-get update");
    }

    private static ShellCommand install(List<String> packages) {
        return shell(
                "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "
                        + String.join(" ", packages));
    }

    /** Also the second copy of the list of packages, which dpkg keeps of what was before. */
    private static ShellCommand cleanUp() {
        return shell("rm -rf /var/lib/apt/lists/* /var/lib/dpkg/*-old /var/cache/* /var/log/*");
    }
}
