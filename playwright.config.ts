import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { SAMPLE_PASSWORD } from './test/set-up/sample-password.ts';

const PORT = '3031';
const address = `http://127.0.0.1:${PORT}`;

/** Journeys in a real browser against the built server, on a data folder of their own. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  // One journey after the other: they share the board, and two people are already at it in each.
  workers: 1,
  expect: { timeout: 10_000 },
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  outputDir: '.data/playwright',
  webServer: {
    command: `"${process.execPath}" --enable-source-maps dist/apps/api/main.js`,
    url: `${address}/health/ready`,
    env: {
      PORT,
      DATA_DIR: dataFolder(),
      SAMPLES: 'small',
      SAMPLES_PASSWORD: SAMPLE_PASSWORD,
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      DATABASE_BACKUP_URL: '',
      REDIS_URL: '',
    },
    stdout: 'pipe',
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    reuseExistingServer: false,
  },
  use: {
    baseURL: address,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      chromiumSandbox: false,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

/** Playwright reads this file again in each of its workers; they inherit the first reader's folder. */
function dataFolder(): string {
  const known = process.env.CASEBOARD_JOURNEYS_DATA;
  if (known) return known;
  const folder = mkdtempSync(path.join(tmpdir(), 'caseboard-journeys-'));
  process.env.CASEBOARD_JOURNEYS_DATA = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
