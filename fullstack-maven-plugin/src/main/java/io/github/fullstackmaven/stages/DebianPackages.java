package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import java.util.List;

/** Debian packages in an image, without what only their installation needed. */
final class DebianPackages {
    private DebianPackages() {}

    /** Returns the step that installs packages and leaves no list, no cache and no set-uid file. */
    static Step installed(List<String> packages) {
        return Step.Run.of(
                shell("apt-get update"),
                shell(
                        "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "
                                + String.join(" ", packages)),
                shell("rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/*"),
                shell("find / -xdev -type f -perm /6000 -exec chmod a-s {} +"));
    }
}
