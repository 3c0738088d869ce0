import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { median } from './figures.ts';
import type { Bench } from './figures.ts';

const ROUNDS = 3;
const main = join(import.meta.dirname, '../../dist/apps/api/main.js');

/** Milliseconds from starting the built server to its ready line; then it is stopped as a person would. */
async function startOnce(dataDir: string, samples: string): Promise<number> {
  const started = performance.now();
  const server = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      SAMPLES: samples,
      SAMPLES_PASSWORD: 'bench-only-password',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith('Caseboard is ready at')) break;
  }
  const took = performance.now() - started;
  server.kill('SIGTERM');
  await ended;
  return took;
}

async function withFolder<R>(use: (folder: string) => Promise<R>): Promise<R> {
  const folder = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `start`: an empty folder with the sample users, and a folder that holds the sample week. */
const bench: Bench = {
  name: 'start',
  async run() {
    const first: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      first.push(await withFolder((folder) => startOnce(folder, 'users')));
    const { weekMs, later } = await withFolder(async (folder) => {
      const loading = await startOnce(folder, 'week');
      const again: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) again.push(await startOnce(folder, 'week'));
      return { weekMs: loading, later: again };
    });
    const figures = {
      firstMs: Math.round(median(first)),
      laterMs: Math.round(median(later)),
      weekMs: Math.round(weekMs),
    };
    return {
      figures,
      ratios: {},
      targets: { 'figures.firstMs': '<= 6000', 'figures.laterMs': '<= 3000', 'figures.weekMs': '<= 90000' },
    };
  },
};

export default bench;
