import preset from './jest.preset.mjs';

const rules = { ...preset, testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.db\\.spec\\.ts$'] };

/**
 * Two kinds of tests: rules run on nothing; stories run on one real PostgreSQL that the global
 * set-up starts, each file on its own copy of a migrated template.
 */
export default {
  maxWorkers: 2,
  // Nothing here waits on time; a busy machine may still take long to start a server.
  testTimeout: 30_000,
  projects: [
    {
      ...rules,
      displayName: 'rules',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/test/arch/**/*.spec.ts'],
    },
    {
      ...preset,
      displayName: 'stories',
      testMatch: [
        '<rootDir>/libs/**/*.db.spec.ts',
        '<rootDir>/apps/**/*.db.spec.ts',
        '<rootDir>/test/{http,realtime,faults}/**/*.spec.ts',
      ],
      globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
    },
  ],
};
