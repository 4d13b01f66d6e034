import node from "@astrojs/node";
import { defineConfig } from "astro/config";

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  vite: {
    server: {
      proxy: {
        "/api": "http://localhost:8000",
        "/static": "http://localhost:8000",
      },
    },
  },
});
