import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = { '/api': process.env.API_ORIGIN ?? 'http://127.0.0.1:8080' };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // No inlined assets: the pages run under a content security policy without data: scripts or styles.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The workbench's and the charts' libraries are one chunk each, loaded with their pages only.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // What every page needs in two files instead of twenty small ones.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|react-router|scheduler|@tanstack\/(react-query|query-core)|i18next|react-i18next)\//,
            },
            {
              name: 'ui',
              test: /apps\/web\/src\/ui\/(?!chart)|packages\/domain\/(?!src\/(forecast|trend|least-squares|student-t|outlook|attainment|pace-span|sensitivity|correct|check-|sheet-view|column-use))|decimal\.js/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: api },
  preview: { proxy: api },
});
