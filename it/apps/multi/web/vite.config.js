import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: {
      '/api/stock': 'http://localhost:8082',
      '/api/prices': 'http://localhost:8001',
    },
  },
});
