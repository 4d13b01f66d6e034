package io.github.fullstackmaven.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository of pages, which a test writes itself, and a server by Axum on port 3000. */
record ShopRepository(Path directory) {
    void writeServer() throws IOException {
        write(
                "backend/Cargo.toml",
                """
                [package]
                name = "shop-server"
                version = "1.4.0"
                edition = "2024"

                [dependencies]
                axum = "0.8"
                """);
        write("backend/Cargo.lock", "version = 4\n");
        write(
                "backend/src/main.rs",
                """
                async fn main() {
                    let app = axum::Router::new().route("/health", get(health));
                    let listener = TcpListener::bind("0.0.0.0:3000").await.unwrap();
                    axum::serve(listener, app).await.unwrap();
                }
                """);
    }

    void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
