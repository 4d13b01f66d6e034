package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import java.util.List;
import java.util.stream.Stream;

/** What a program reads when it runs is laid beside it. */
final class Assets {
    private Assets() {}

    /**
     * Returns the commands that copy files and directories to where the result is left.
     *
     * @param from the directory that they are relative to
     */
    static List<ShellCommand> copied(String from, List<String> assets) {
        return assets.stream()
                .flatMap(
                        asset ->
                                Stream.of(
                                        shell("mkdir -p %s", parent(Sources.OUT + "/" + asset)),
                                        shell(
                                                "cp -RL %s %s",
                                                from + "/" + asset, Sources.OUT + "/" + asset)))
                .toList();
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
