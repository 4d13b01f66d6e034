package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.scan.MemoryTree;

/** Small repositories for tests. */
final class Repositories {
    private Repositories() {}

    /** React built by Vite in {@code frontend}, axum in {@code backend}. */
    static MemoryTree reactAndRust() {
        return rust(react(new MemoryTree(), "frontend"), "backend");
    }

    static MemoryTree react(MemoryTree tree, String directory) {
        return tree.with(
                        directory + "/package.json",
                        """
                        {"name": "pages", "version": "1.0.0",
                         "scripts": {"build": "tsc -b && vite build"},
                         "dependencies": {"react": "^19.2.0"},
                         "devDependencies": {"vite": "^8.0.0"}}
                        """)
                .with(
                        directory + "/package-lock.json",
                        """
                        {"name": "pages", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": {
                         "name": "pages", "version": "1.0.0",
                         "dependencies": {"react": "^19.2.0"}, "devDependencies": {"vite": "^8.0.0"}},
                         "node_modules/react": {"version": "19.2.0"}, "node_modules/vite": {"version": "8.0.0"}}}
                        """)
                .with(directory + "/index.html", "<!doctype html>")
                .with(
                        directory + "/vite.config.ts",
                        """
                        export default defineConfig({
                          server: { proxy: { '/api': 'http://localhost:3000' } },
                        });
                        """);
    }

    static MemoryTree rust(MemoryTree tree, String directory) {
        return tree.with(
                        directory + "/Cargo.toml",
                        """
                        [package]
                        name = "shop-server"
                        version = "1.0.0"
                        edition = "2024"

                        [dependencies]
                        axum = "0.8"
                        """)
                .with(directory + "/Cargo.lock", "version = 4\n")
                .with(
                        directory + "/src/main.rs",
                        """
                        #[tokio::main]
                        async fn main() {
                            let app = axum::Router::new().route("/health", get(health));
                            let listener = TcpListener::bind("0.0.0.0:3000").await.unwrap();
                            axum::serve(listener, app).await.unwrap();
                        }
                        """);
    }
}
