package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.report.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the secrets of a unit where they are on this machine. */
final class RunSecrets {
    private static final long LARGEST = 1 << 20;
    private static final int LARGEST_VARIABLE = 100_000;

    private final Console console;
    private final Map<String, String> environment;

    RunSecrets(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    /**
     * Returns the application with what its secrets hold.
     *
     * @throws FullstackException {@code FS-SECRET-004} when one cannot be read, {@code
     *     FS-SECRET-008} when it is to be in a variable that cannot hold it
     */
    Application into(Application application) {
        List<Secret> secrets =
                application.surroundings().secrets().stream().map(this::read).toList();
        return application.with(application.surroundings().with(secrets));
    }

    private Secret read(Secret secret) {
        byte[] bytes = secret.variable().isPresent() ? variable(secret) : file(secret);
        if (!secret.variables().isEmpty()) {
            fitsAVariable(secret, bytes);
        }
        return secret.with(Base64.getEncoder().encodeToString(bytes));
    }

    private void fitsAVariable(Secret secret, byte[] bytes) {
        boolean nul = IntStream.range(0, bytes.length).anyMatch(i -> bytes[i] == 0);
        if (nul || bytes.length > LARGEST_VARIABLE) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-SECRET-008",
                                    "no variable can hold the secret "
                                            + secret.name()
                                            + ": it "
                                            + (nul
                                                    ? "has a byte that is 0"
                                                    : "is larger than 100 kB"),
                                    "let the program read "
                                            + Secret.DIRECTORY
                                            + "/"
                                            + secret.name()
                                            + ", and take it out of fullstack.secretVariables")
                            .at(secret.source()));
        }
        if (bytes.length > 0 && bytes[bytes.length - 1] == '\n') {
            console.finding(
                    Finding.warning(
                                    "FS-SECRET-009",
                                    "the secret "
                                            + secret.name()
                                            + " ends with a newline, and so does "
                                            + String.join(", ", secret.variables()),
                                    "write it without one: printf %s instead of echo")
                            .at(secret.source()));
        }
    }

    private byte[] variable(Secret secret) {
        String value = environment.get(secret.variable().orElseThrow());
        if (value == null) {
            throw unreadable(secret, "the variable is not set", "set it where Maven runs");
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] file(Secret secret) {
        Path file = Path.of(secret.source());
        String remedy = "name a file that is there and that the user who runs Maven may read";
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unreadable(secret, "there is no file that can be read", remedy);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(secret, "it is larger than 1 MiB", "mount it as a volume");
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file)
                            .contains(PosixFilePermission.OTHERS_READ)) {
                console.finding(
                        Finding.warning(
                                        "FS-SECRET-006",
                                        "every user of this machine can read the secret "
                                                + secret.name(),
                                        "chmod 600 " + file)
                                .at(secret.source()));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(secret, String.valueOf(e.getMessage()), remedy);
        }
    }

    private static FullstackException unreadable(Secret secret, String why, String remedy) {
        return FullstackException.project(
                Finding.error(
                                "FS-SECRET-004",
                                "the secret " + secret.name() + " cannot be read: " + why,
                                remedy)
                        .at(secret.source()));
    }
}
