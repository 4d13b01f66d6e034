package io.github.fullstackmaven.goal.dev;

import io.github.fullstackmaven.host.LocalPort;
import io.github.fullstackmaven.host.PortHolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The machine that one works at. */
public final class ThisMachine implements Machine {
    private final String path;

    /**
     * Takes where programs are.
     *
     * @param path the variable {@code PATH}
     */
    public ThisMachine(String path) {
        this.path = path;
    }

    @Override
    public boolean onPath(String program) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    @Override
    public boolean isFree(int port) {
        return LocalPort.isFree(port);
    }

    @Override
    public Optional<String> holder(int port) {
        return new PortHolder().of(port);
    }
}
