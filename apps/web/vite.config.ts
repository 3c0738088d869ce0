import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const server = 'http://127.0.0.1:3000';

/** The browser side: built into dist/apps/web, where the server picks it up; in development it proxies to the server. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: path.join(root, 'node_modules/.vite/web'),
  plugins: [react()],
  resolve: { alias: [{ find: /^@caseboard\/(.*)$/, replacement: path.join(root, 'libs/$1/src/index.ts') }] },
  server: { port: 4200, host: '127.0.0.1', proxy: { '/api': server, '/live': { target: server, ws: true } } },
  build: {
    outDir: path.join(root, 'dist/apps/web'),
    emptyOutDir: true,
    // Components do nothing until they are used: a page then loads only its own, and dragging only where it drags.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /libs\/web\/ui\/.*\.tsx?$/, sideEffects: false }] } },
  },
});
