package io.github.fullstackmaven.it.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.it.docker.Docker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packages of a Cargo workspace, and one beside it, are compiled again when they changed and
 * only then, and what comes out is what comes out of a build that starts with nothing. Every file
 * that is written has an older time than the one before it, as after a checkout of an old version.
 */
@Tag("stacks")
class LocalCratesIT {
    private static final String IMAGE = "it-local-crates";

    @TempDir Path directory;
    private Instant time = Instant.parse("2020-01-01T00:00:00Z");

    @BeforeEach
    void writeTheRepository() throws IOException {
        write("backend/Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"*\"]\n");
        crate(
                "backend/server",
                "our-server",
                """
                our-texts = { path = "../texts" }
                our-shared = { path = "../../shared" }
                tiny_http = "0.12"
                """);
        write(
                "backend/server/src/main.rs",
                """
                fn main() {
                    let server = tiny_http::Server::http("0.0.0.0:3000").unwrap();
                    for request in server.incoming_requests() {
                        let text = match request.url() {
                            "/health" => "up".to_string(),
                            _ => format!("{}{}", our_texts::all(), our_shared::SHARED),
                        };
                        let _ = request.respond(tiny_http::Response::from_string(text));
                    }
                }
                """);
        crate("backend/texts", "our-texts", "our-macros = { path = \"../macros\" }\n");
        write("backend/texts/texts/one.txt", "text one\n");
        write("backend/texts/src/note.rs", "\"a note\"\n");
        write(
                "backend/texts/src/lib.rs",
                """
                pub fn all() -> String {
                    format!("{}{}", our_macros::directory!("texts"), include_str!("note.rs"))
                }
                """);
        crate("backend/macros", "our-macros", "");
        write("backend/macros/Cargo.toml", read("backend/macros/Cargo.toml") + PROC_MACRO);
        write("backend/macros/src/lib.rs", MACRO);
        crate("shared", "our-shared", "");
        write("shared/src/lib.rs", "pub const SHARED: &str = \"shared\";\n");
    }

    private static final String PROC_MACRO = "[lib]\nproc-macro = true\n";

    /** Reads files without a word to Cargo. */
    private static final String MACRO =
            """
            use proc_macro::TokenStream;

            #[proc_macro]
            pub fn directory(input: TokenStream) -> TokenStream {
                let name = input.to_string().trim_matches('"').to_string();
                let root = std::env::var("CARGO_MANIFEST_DIR").unwrap();
                let mut files: Vec<_> = std::fs::read_dir(std::path::Path::new(&root).join(name))
                    .unwrap()
                    .map(|entry| entry.unwrap().path())
                    .collect();
                files.sort();
                let text: String = files
                    .iter()
                    .map(|file| std::fs::read_to_string(file).unwrap())
                    .collect();
                format!("{text:?}").parse().unwrap()
            }
            """;

    @AfterEach
    void removeTheImage() {
        Docker.run("image", "rm", "--force", IMAGE);
    }

    @Test
    void compilesWhatChangedAndNothingElse() throws IOException {
        new CargoBuild(directory, IMAGE).render();
        build();

        write("shared/src/lib.rs", "pub const SHARED: &str = \"shared anew\";\n");
        assertThat(build()).containsExactly("our-server", "our-shared");
        assertThat(binaryHas("shared anew")).isTrue();

        write("backend/texts/src/note.rs", "\"another note\"\n");
        assertThat(build()).containsExactly("our-server", "our-texts");
        assertThat(binaryHas("another note")).isTrue();

        write("backend/texts/texts/two.txt", "text two\n");
        build();
        assertThat(binaryHas("text two")).isTrue();

        write("backend/server/src/main.rs", read("backend/server/src/main.rs") + "// The end.\n");
        assertThat(build()).containsExactly("our-server");
        String kept = binary();
        assertThat(build("--no-cache")).contains("our-macros", "our-shared", "our-texts");
        assertThat(binary()).isEqualTo(kept);
    }

    /** Builds the service, and returns the packages of the repository that were compiled. */
    private Set<String> build(String... options) {
        Set<String> compiled = new CargoBuild(directory, IMAGE).run(options);
        compiled.removeIf(name -> !name.startsWith("our-"));
        return compiled;
    }

    private static String binary() {
        return Docker.run("run", "--rm", IMAGE, "sha256sum", "/out/our-server");
    }

    private static boolean binaryHas(String text) {
        return Docker.run("run", "--rm", IMAGE, "sh", "-c", "grep -c '" + text + "' /out/*")
                .equals("1");
    }

    private void crate(String path, String name, String dependencies) throws IOException {
        write(
                path + "/Cargo.toml",
                """
                [package]
                name = "%s"
                version = "0.1.0"
                edition = "2021"
                [dependencies]
                %s
                """
                        .formatted(name, dependencies));
    }

    private String read(String path) throws IOException {
        return Files.readString(directory.resolve(path));
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        time = time.minusSeconds(60);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
