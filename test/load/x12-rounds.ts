import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ContenderReply, ContenderSpec } from './x12-contenders.ts';

/** The rounds that count; the median is the middle one. */
export const ROUNDS = 9;

const WARMUP = 4;

/** What the rounds of one contender gave. */
export type Timing = { readonly megabytes: number; readonly median: number; readonly spread: number };

/**
 * Runs contenders in interleaved rounds (A B A B), each in a thread of its own, and gives their timings in order.
 * Times are the thread's CPU, which other work on the machine disturbs less than the clock.
 */
export async function interleaved(...specs: ContenderSpec[]): Promise<Timing[]> {
  const contenders = await Promise.all(specs.map(start));
  for (let round = -WARMUP; round < ROUNDS; round += 1) {
    for (const { worker, times } of contenders) {
      worker.postMessage('run');
      const milliseconds = await nextNumber(worker);
      if (round >= 0) times.push(milliseconds);
    }
  }
  await Promise.all(contenders.map(({ worker }) => worker.terminate()));
  return contenders.map(({ megabytes, times }) => timingOf(megabytes, times));
}

async function start(spec: ContenderSpec): Promise<{ worker: Worker; megabytes: number; times: number[] }> {
  const worker = new Worker(new URL('./x12-contenders.ts', import.meta.url), { workerData: spec });
  return { worker, megabytes: await nextNumber(worker), times: [] };
}

async function nextNumber(worker: Worker): Promise<number> {
  const [reply] = (await once(worker, 'message')) as [ContenderReply];
  return 'megabytes' in reply ? reply.megabytes : reply.milliseconds;
}

function timingOf(megabytes: number, times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return { megabytes, median, spread: ((sorted.at(-1) ?? NaN) - (sorted[0] ?? NaN)) / median };
}
