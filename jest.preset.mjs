const root = new URL('.', import.meta.url).pathname;

/** ESM preset for every project; runs under NODE_OPTIONS=--experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true, tsx: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '\\.css$': `${root}jest.no-styles.mjs`, '^@caseboard/(.*)$': `${root}libs/$1/src/index.ts` },
  setupFiles: [`${root}jest.setup.mjs`],
  cacheDirectory: `${root}node_modules/.cache/jest`,
};
