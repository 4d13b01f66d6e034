package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import io.github.fullstackmaven.it.maven.Maven;
import io.github.fullstackmaven.it.maven.MavenRun;
import io.github.fullstackmaven.it.maven.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that cannot run on its base fails the build of the image, not the start. */
class ElfGuardIT {
    private static final String COMPILER = "docker.io/library/rust:1.96-slim-trixie";
    private static final String DEBIAN = "docker.io/library/debian:trixie-slim";
    private static final String MUSL = "localhost/it-elf-guard-musl:1";

    @TempDir Path directory;

    /** A base whose only C library is musl; what our steps call is busybox, or does nothing. */
    @BeforeAll
    static void makeAMuslBase(@TempDir Path context) throws IOException {
        Files.writeString(context.resolve("nothing"), "#!/bin/sh\n");
        Files.writeString(
                context.resolve("Dockerfile"),
                """
                FROM %s AS parts
                RUN apt-get update && apt-get install -y --no-install-recommends busybox-static musl
                RUN mkdir -p /root-of-it/bin /root-of-it/usr/bin /root-of-it/lib /root-of-it/tmp \\
                    && cp -P /lib/ld-musl-* /root-of-it/lib/ && cp -r /lib/*-linux-musl /root-of-it/lib/ \\
                    && cp /usr/bin/busybox /root-of-it/bin/busybox \\
                    && for name in $(busybox --list); do ln -s busybox /root-of-it/bin/$name; done
                FROM scratch
                COPY --from=parts /root-of-it/ /
                COPY --chmod=0755 nothing /usr/bin/apt-get
                COPY --chmod=0755 nothing /usr/bin/nginx
                """
                        .formatted(DEBIAN));
        Docker.run(context, "build", "--tag", MUSL, ".");
    }

    @AfterAll
    static void removeIt() {
        Docker.run("image", "rm", MUSL);
    }

    @Test
    void aGlibcProgramOnAMuslBase() throws IOException {
        String finding = refused(MUSL, "gcc main.c -o server").finding("FS-ELF-001");
        assertThat(finding).contains("/app/server", "ld-linux", "linked to glibc");
    }

    @Test
    void aProgramThatNeedsANewerCLibraryThanTheBaseHas() throws IOException {
        String build =
                "gcc -shared -fPIC part.c -o newer.so -Wl,-soname,libm.so.6"
                        + " -Wl,--version-script=newer.map"
                        + " && gcc -DPART main.c -o server ./newer.so";
        String finding = refused(DEBIAN, build).finding("FS-ELF-003");
        assertThat(finding).contains("/app/server", "GLIBC_2.99", "it has 2.");
    }

    @Test
    void aProgramWhoseLibraryNobodyInstalled() throws IOException {
        String build =
                "gcc -shared -fPIC part.c -o libpq.so.5 -Wl,-soname,libpq.so.5"
                        + " && gcc -DPART main.c -o server ./libpq.so.5";
        String finding = refused(DEBIAN, build).finding("FS-ELF-002");
        assertThat(finding).contains("/app/server", "libpq.so.5", "Debian: libpq5");
    }

    @Test
    void aModuleOfPythonWhoseLibraryNobodyInstalled() throws IOException {
        Path server = Files.createDirectories(directory.resolve("server"));
        Files.writeString(server.resolve("part.c"), "int part(void) { return 0; }\n");
        Files.writeString(server.resolve("requirements.txt"), "flask==3.1.2\n");
        Files.writeString(
                server.resolve("app.py"),
                "from flask import Flask\n\napp = Flask(__name__)\n\n\n"
                        + "@app.route('/api/tea')\ndef tea():\n    return 'tea'\n");
        compileIn(
                server,
                "gcc -shared -fPIC part.c -o libpq.so.5 -Wl,-soname,libpq.so.5"
                        + " && gcc -shared -fPIC part.c -o tea.so"
                        + " -Wl,--no-as-needed ./libpq.so.5 && rm libpq.so.5");

        String finding =
                Maven.in(directory)
                        .run(Maven.goal("build"), "-Dfullstack.name=it-elf-guard")
                        .failed()
                        .finding("FS-ELF-002");
        assertThat(finding).contains("/app/tea.so", "libpq.so.5", "Debian: libpq5");
    }

    private static void compileIn(Path directory, String command) {
        Docker.run(
                "run",
                "--rm",
                "--volume",
                directory + ":/src",
                "--workdir",
                "/src",
                COMPILER,
                "sh",
                "-c",
                command);
    }

    private MavenRun refused(String runtime, String build) throws IOException {
        Path backend = Files.createDirectories(directory.resolve("backend"));
        Files.writeString(
                backend.resolve("main.c"),
                """
                #ifdef PART
                int part(void);
                int main(void) { return part(); }
                #else
                int main(void) { return 0; }
                #endif
                """);
        Files.writeString(backend.resolve("part.c"), "int part(void) { return 0; }\n");
        Files.writeString(backend.resolve("newer.map"), "GLIBC_2.99 { global: *; };\n");
        Files.writeString(directory.resolve("pom.xml"), pom(runtime, build));
        return Maven.in(directory).run(Maven.goal("build")).failed();
    }

    private static String pom(String runtime, String build) {
        return Pom.configured(
                "it-elf-guard",
                """
                <backend>
                  <dir>backend</dir>
                  <build>%s</build>
                  <output>server</output>
                  <port>8080</port>
                </backend>
                <baseImages>
                  <rust>%s</rust>
                  <runtime>%s</runtime>
                </baseImages>
                """
                        .formatted(build.replace("&", "&amp;"), COMPILER, runtime));
    }
}
