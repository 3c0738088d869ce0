import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Visitor } from '../http/visitor.ts';
import type { Bench } from './figures.ts';

const PASSWORD = 'bench-only-password';
const ROUNDS = 25;
const main = join(import.meta.dirname, '../../dist/apps/api/main.js');

/** What the pages of each role ask first; `{id}` is the first row of the list before it. */
const PAGES: readonly { who: string; asks: readonly string[] }[] = [
  {
    who: 'coder',
    asks: ['/queues', '/work-items?queue=coding&limit=100', '/coding-cases?limit=50', '/coding-cases/{id}'],
  },
  { who: 'coder', asks: ['/encounters?limit=50', '/encounters/{id}', '/codes?system=icd-10-cm&text=di'] },
  { who: 'physician', asks: ['/threads?kind=query&recipient=me&limit=50', '/threads/{id}'] },
  { who: 'biller', asks: ['/claims?limit=100', '/claims/{id}', '/remittances?limit=100', '/submissions?limit=50'] },
  {
    who: 'biller',
    asks: ['/denial-cases?limit=200', '/denial-cases/{id}', '/boards/denials', '/rejections?limit=100'],
  },
  { who: 'biller', asks: ['/follow-up-cases?limit=200', '/follow-up-cases/{id}', '/threads?participant=me&limit=50'] },
  {
    who: 'accounts',
    asks: ['/patient-accounts?limit=100', '/patient-accounts/{id}', '/patients?limit=50', '/patients/{id}'],
  },
  { who: 'lead', asks: ['/reports/ar-aging', '/reports/denials', '/reports/queries', '/reports/day'] },
  { who: 'lead', asks: ['/search?text=da', '/search?text=CLM-0000'] },
  { who: 'admin', asks: ['/imports?limit=50', '/payers?limit=200', '/users?limit=200', '/clinicians?limit=200'] },
];

/** Starts the built server on the sample week; answers its address and how to stop it. */
async function startWeek(dataDir: string): Promise<{ address: string; stop(): Promise<void> }> {
  const env = { PORT: '0', DATA_DIR: dataDir, SAMPLES: 'week', SAMPLES_PASSWORD: PASSWORD, LOG_LEVEL: 'error' };
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /^Caseboard is ready at (\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    return {
      address,
      stop: async () => {
        server.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('The server ended before it was ready.');
}

/** Milliseconds of each ask, in rounds; what is refused or missing is said, never timed. */
async function timed(visitor: Visitor, asks: readonly string[]): Promise<{ ask: string; ms: number[] }[]> {
  const times = asks.map((ask) => ({ ask, ms: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let first: string | undefined;
    for (const { ask, ms } of times) {
      if (ask.includes('{id}') && first === undefined) throw new Error(`The list before ${ask} is empty.`);
      const started = performance.now();
      const { status, body } = await visitor.get<{ items?: { id: string }[] }>(ask.replace('{id}', first ?? ''));
      ms.push(performance.now() - started);
      if (status !== 200) throw new Error(`${ask} answered ${status}.`);
      if (!ask.includes('{id}')) first = body.items?.[0]?.id;
    }
  }
  return times;
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

/** `answers`: what every page of the day asks the server, on the sample week, over HTTP with rights and audit on. */
const bench: Bench = {
  name: 'answers',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'caseboard-bench-'));
    const { address, stop } = await startWeek(folder);
    try {
      const measured: { ask: string; ms: number[] }[] = [];
      for (const { who, asks } of PAGES) {
        const visitor = await Visitor.signedIn(address, `${who}@lakeside.test`, PASSWORD);
        measured.push(...(await timed(visitor, asks)));
      }
      const byAsk = measured.map(({ ask, ms }) => [ask, Math.round(p95(ms))] as const);
      return {
        figures: { p95Ms: Math.round(p95(measured.flatMap(({ ms }) => ms))), ...Object.fromEntries(byAsk) },
        ratios: {},
        targets: {
          'figures.p95Ms': '<= 200',
          ...Object.fromEntries(byAsk.map(([ask]) => [`figures.${ask}`, '<= 200'])),
        },
      };
    } finally {
      await stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

export default bench;
