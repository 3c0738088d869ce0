import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { fileChunks, remittanceSegments } from './x12-data.ts';
import { writePlainLargest } from './x12-plain.ts';
import { interleaved, ROUNDS, type Timing } from './x12-rounds.ts';

/** What a bench reports: figures and ratios by name, the mark of each, and whether it was met. */
type Result = {
  figures: Record<string, number>;
  ratios: Record<string, number>;
  targets: Record<string, string>;
  met: Record<string, boolean>;
};

const CLAIMS = 20_000;
const PEER_CLAIMS = 3_000;
const LARGEST_CLAIMS = 400_000;

/**
 * X12 reading against a loop that only cuts the same text at its delimiters, and against node-x12. `vsSplit` is the
 * slower of reading whole 835 and 837P files: envelope, claims, cents, dates; `segmentsVsSplit` is cutting alone.
 */
export default { name: 'x12', run };

async function run(): Promise<Result> {
  const largest = await readLargest();
  const [split835, segments, remittances] = await interleaved(
    { how: 'split', id: '835', claims: CLAIMS },
    { how: 'segments', id: '835', claims: CLAIMS },
    { how: 'remittances', id: '835', claims: CLAIMS },
  );
  const [split837, claims] = await interleaved(
    { how: 'split', id: '837', claims: CLAIMS },
    { how: 'claims', id: '837', claims: CLAIMS },
  );
  const [nodeX12, small] = await interleaved(
    { how: 'nodeX12', id: '835', claims: PEER_CLAIMS },
    { how: 'remittances', id: '835', claims: PEER_CLAIMS },
  );
  const [vsSplit835, vsSplit837] = [faster(split835, remittances), faster(split837, claims)];
  const ratios = {
    vsSplit: Math.min(vsSplit835, vsSplit837),
    vsSplit835,
    vsSplit837,
    segmentsVsSplit: faster(split835, segments),
    vsNodeX12: faster(nodeX12, small),
  };
  const figures = {
    rounds: ROUNDS,
    splitMbPerS: speed(split835),
    segmentsMbPerS: speed(segments),
    remittancesMbPerS: speed(remittances),
    claimsMbPerS: speed(claims),
    nodeX12MbPerS: speed(nodeX12),
    nodeX12FileMb: nodeX12?.megabytes ?? NaN,
    largestSpread: Math.max(
      ...[split835, remittances, split837, claims, nodeX12, small].map((one) => one?.spread ?? NaN),
    ),
    ...largest,
  };
  return { figures: rounded(figures), ratios: rounded(ratios), ...marks(ratios, largest) };
}

function marks(
  { vsSplit, vsNodeX12 }: { vsSplit: number; vsNodeX12: number },
  { peakMbLargest, largestFaults }: { peakMbLargest: number; largestFaults: number },
): Pick<Result, 'targets' | 'met'> {
  return {
    targets: { 'ratios.vsSplit': '>= 0.4', 'ratios.vsNodeX12': '>= 2', 'figures.peakMbLargest': '<= 150' },
    met: {
      'ratios.vsSplit': vsSplit >= 0.4,
      'ratios.vsNodeX12': vsNodeX12 >= 2,
      'figures.peakMbLargest': peakMbLargest <= 150 && largestFaults === 0,
    },
  };
}

/** Streams an 835 of over 200 MB through a process of its own and reports that one's peak resident memory. */
async function readLargest() {
  const folder = await mkdtemp(join(tmpdir(), 'caseboard-x12-'));
  try {
    const file = join(folder, 'largest.835');
    await pipeline(Readable.from(fileChunks('835', remittanceSegments(LARGEST_CLAIMS))), createWriteStream(file));
    const { stdout } = await promisify(execFile)(process.execPath, [await writePlainLargest(folder), file]);
    const { claims, faults, seconds, peakMb } = JSON.parse(stdout) as Record<string, number>;
    if (claims !== LARGEST_CLAIMS) throw new Error(`read ${claims} of ${LARGEST_CLAIMS} claims`);
    const largestMb = (await stat(file)).size / 1e6;
    return { largestMb, largestSeconds: seconds ?? NaN, largestFaults: faults ?? NaN, peakMbLargest: peakMb ?? NaN };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const faster = (slow?: Timing, fast?: Timing): number => (slow?.median ?? NaN) / (fast?.median ?? NaN);

const speed = (timing?: Timing): number => ((timing?.megabytes ?? NaN) / (timing?.median ?? NaN)) * 1000;

const rounded = (values: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Math.round(value * 1000) / 1000]));
