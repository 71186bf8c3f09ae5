import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = { '/api': process.env.API_ORIGIN ?? 'http://127.0.0.1:8080' };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // No inlined assets: the pages run under a content security policy without data: scripts or styles.
  build: { outDir: 'dist', emptyOutDir: true, sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: api },
  preview: { proxy: api },
});
