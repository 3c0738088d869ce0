import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '../..');
const entry = (name: string) => join(import.meta.dirname, `src/${name}.ts`);

/** Bundles our own code; packages stay packages. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  resolve: { alias: [{ find: /^@caseboard\/(.*)$/, replacement: join(root, 'libs/$1/src/index.ts') }] },
  ssr: { noExternal: [/^@caseboard\//] },
  build: {
    ssr: true,
    rolldownOptions: {
      // One folder, so that a path beside a module is a path beside the program.
      output: { chunkFileNames: '[name]-[hash].js' },
      input: {
        main: entry('main'),
        cli: entry('cli'),
        samples: entry('samples'),
        'write-docs': entry('write-docs'),
        'import-bench': join(root, 'test/load/import.bench.ts'),
      },
    },
    outDir: join(root, 'dist/apps/api'),
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    minify: false,
  },
});
