import { setTimeout } from 'node:timers/promises';
import { chartFile, resourcesIn } from './fhir-data.ts';
import { median } from './figures.ts';
import type { Measured } from './figures.ts';

const SMALL = 250;
const LARGE = 2_500;
const ROUNDS = 3;
const SAMPLE_MS = 20;

interface Round {
  resources: number;
  ms: number;
  /** Most memory beyond what the process held before. */
  peakMb: number;
}

/** What the rounds need of the server: a fresh organisation, and a file imported whole. */
export interface ChartServer {
  organisation(): Promise<string>;
  whole(orgId: string, content: AsyncIterable<Uint8Array>): Promise<void>;
}

/**
 * Charts through the real import, both passes: how many resources a second, and whether ten times the file takes
 * ten times as long and no more memory.
 */
export async function chartRounds(server: ChartServer): Promise<Pick<Measured, 'figures' | 'ratios' | 'targets'>> {
  await round(server, SMALL);
  const small: Round[] = [];
  const large: Round[] = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    small.push(await round(server, SMALL));
    large.push(await round(server, LARGE));
  }
  const each = (rounds: readonly Round[]) => median(rounds.map(({ ms, resources }) => ms / resources));
  const peak = (rounds: readonly Round[]) => median(rounds.map(({ peakMb }) => peakMb));
  return {
    figures: { resourcesPerS: Math.round(1000 / each(large)), fhirPeakMb: Math.round(peak(large)) },
    ratios: { fhirGrowth10x: Number((each(large) / each(small)).toFixed(2)) },
    targets: { 'ratios.fhirGrowth10x': '<= 1.2', 'figures.fhirPeakMb': '<= 150' },
  };
}

async function round(server: ChartServer, people: number): Promise<Round> {
  const orgId = await server.organisation();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const watching = new AbortController();
  const peak = peakUntil(watching.signal);
  const started = performance.now();
  await server.whole(orgId, chartFile(people));
  const ms = performance.now() - started;
  watching.abort();
  return { resources: resourcesIn(people), ms, peakMb: Math.max(0, (await peak) - before) / 2 ** 20 };
}

async function peakUntil(signal: AbortSignal): Promise<number> {
  let most = 0;
  while (!signal.aborted) {
    most = Math.max(most, process.memoryUsage().rss);
    await setTimeout(SAMPLE_MS, undefined, { signal }).catch(() => undefined);
  }
  return most;
}
