import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { BOUNDARIES } from './test/arch/boundaries.ts';

/** Jest loads its global set-up with Node itself, which knows no aliases. */
const ALLOWED_PATHS = ['../../server/kernel/src/**'];

const restrict = (files, patterns) => ({
  files,
  ignores: ['**/*.spec.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: patterns.map((pattern) => ({ ...pattern, allowTypeImports: true })) },
    ],
  },
});

/** What a file may import by its suffix: rules know nothing, repositories know SQL, controllers know services. */
const suffixes = [
  restrict(
    ['libs/server/**/*.rules.ts'],
    [
      {
        group: ['@nestjs/*', 'typeorm', 'pg', '*.repository.ts', '*.service.ts', '*.controller.ts'],
        message: 'Rules are pure functions over plain data.',
      },
    ],
  ),
  restrict(
    ['libs/server/**/*.repository.ts'],
    [
      {
        group: ['@nestjs/websockets', 'express', '*.service.ts', '*.controller.ts'],
        message: 'A repository is SQL only.',
      },
    ],
  ),
  restrict(
    ['libs/server/**/*.controller.ts'],
    [{ group: ['typeorm', 'pg', '*.repository.ts'], message: 'A controller parses, calls its service and returns.' }],
  ),
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.nx/', 'docs/', '**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ALLOWED_PATHS,
          enforceBuildableLibDependency: false,
          ignoredCircularDependencies: [['server-kernel', 'testing']],
          depConstraints: BOUNDARIES,
        },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'no-console': 'error',
    },
  },
  {
    files: [
      'apps/api/src/{main,cli,samples,write-docs}.ts',
      'apps/api/src/cli/*.ts',
      'test/**',
      'libs/testing/**',
      '**/*.config.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.tsx', 'libs/web/**/*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...suffixes,
);
