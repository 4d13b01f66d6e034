import { defineConfig } from "astro/config";

export default defineConfig({
  vite: { server: { proxy: { "/api": "http://localhost:8086" } } },
});
