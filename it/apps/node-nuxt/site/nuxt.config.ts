export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  nitro: {
    devProxy: {
      '/api': { target: 'http://localhost:3102/api', changeOrigin: true },
    },
  },
})
