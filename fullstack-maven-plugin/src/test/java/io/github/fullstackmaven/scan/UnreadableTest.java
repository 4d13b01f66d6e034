package io.github.fullstackmaven.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.fullstackmaven.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user has no right to read is a finding, and all else is found. Root may read everything:
 * for it the same is asked in a process without that privilege.
 */
class UnreadableTest {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    @TempDir Path root;

    @BeforeEach
    void makeRepository() throws IOException {
        for (String directory : List.of("api", "closed", "web")) {
            Files.createDirectory(root.resolve(directory));
            Files.writeString(root.resolve(directory).resolve("package.json"), "{}");
        }
        allow(root.resolve("closed"), Set.of());
        allow(root.resolve("web/package.json"), Set.of());
    }

    @AfterEach
    void openAgain() throws IOException {
        allow(root.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
    }

    private static void allow(Path path, Set<PosixFilePermission> permissions) throws IOException {
        Files.setPosixFilePermissions(path, permissions);
    }

    @Test
    void whatMayNotBeReadIsNamedAndTheRestIsFound() throws IOException, InterruptedException {
        boolean everything = Files.isReadable(root.resolve("closed"));
        assertThat(everything ? withoutPrivilege() : said(root))
                .containsExactly(
                        "found api",
                        "found web",
                        "read nothing",
                        "FS-SCAN-002 closed: cannot be listed: this user has no right to; give the"
                                + " user that runs Maven the right to read it",
                        "FS-SCAN-002 web/package.json: cannot be read: this user has no right to;"
                                + " give the user that runs Maven the right to read it");
    }

    /** What is asked of a repository, by whoever runs this. */
    static List<String> said(Path repository) {
        DiskTree tree = new DiskTree(repository);
        List<String> said = new ArrayList<>();
        new ManifestFinder(name -> name.equals("package.json"))
                .find(tree)
                .keySet()
                .forEach(directory -> said.add("found " + directory));
        said.add("read " + tree.read("web/package.json").orElse("nothing"));
        tree.findings().stream().map(Finding::toString).forEach(said::add);
        return said;
    }

    private List<String> withoutPrivilege() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SETPRIV), "root reads everything, and setpriv is not here");
        List<String> command = new ArrayList<>(List.of(SETPRIV.toString()));
        command.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.addAll(List.of(Unprivileged.class.getName(), root.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text.lines().toList();
    }

    private static String classPath() {
        return Stream.of(UnreadableTest.class, DiskTree.class)
                .map(c -> c.getProtectionDomain().getCodeSource().getLocation().getPath())
                .reduce((one, other) -> one + ":" + other)
                .orElseThrow();
    }

    /** What the process without the privilege runs. */
    static final class Unprivileged {
        private Unprivileged() {}

        public static void main(String[] arguments) {
            said(Path.of(arguments[0])).forEach(System.out::println);
        }
    }
}
