import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';
import { preloadProgram } from './preload-program.ts';

const api = { '/api': process.env.API_ORIGIN ?? 'http://127.0.0.1:8080' };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadProgram(), precompress()],
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
              name: 'start',
              priority: 1,
              test: /apps\/web\/src\/(start\.ts|ui\/(asked-early|request-headers))|vite\/preload-helper/,
            },
            // What the frame and the overview need.
            {
              name: 'first',
              test: /apps\/web\/src\/(ui\/(?!asked-early|request-headers|chart|target-(rows|table|sample)|bullet|heat|china|stage|download)|locale\/(zh|start)|app\/[^/]*$|app\/pages\/(overview|broken)|features\/(overview|session\/(queries|user-menu)|search\/(search-button|shortcut|queries)))/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: api },
  preview: { proxy: api },
});
