import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { claimFileReader, remittanceFileReader, X12Reader } from '../../libs/x12/src/index.ts';
import { claimSegments, fileChunks, remittanceSegments } from './x12-data.ts';

/** Who reads what: a contender is a way of reading and a file of so many claims. */
export type ContenderSpec = { readonly how: keyof typeof WAYS; readonly id: '835' | '837'; readonly claims: number };

/** What a contender says: the size of its file first, then the CPU milliseconds of each run it is asked for. */
export type ContenderReply = { readonly megabytes: number } | { readonly milliseconds: number };

const WAYS = {
  /** The limit: decode, cut at segments, cut at elements, nothing else. */
  split: (chunks: readonly Buffer[]): number => {
    let [held, count] = ['', 0];
    for (const chunk of chunks) {
      const texts = (held + chunk.toString('utf8')).split('~');
      held = texts.pop() ?? '';
      for (const text of texts) count += text.split('*').length;
    }
    return count;
  },
  segments: (chunks: readonly Buffer[]): number => {
    const reader = new X12Reader();
    let count = 0;
    for (const chunk of chunks) for (const segment of reader.push(chunk)) count += segment.elements.length;
    return count + reader.end().length;
  },
  remittances: (chunks: readonly Buffer[]): number => readItems(remittanceFileReader(), chunks),
  claims: (chunks: readonly Buffer[]): number => readItems(claimFileReader(), chunks),
  /** It holds a whole file as objects, so it gets one text of a size it can bear. */
  nodeX12: (chunks: readonly Buffer[]): number => {
    const { X12Parser } = createRequire(import.meta.url)('node-x12') as typeof import('node-x12');
    return Object.keys(new X12Parser(true).parse(Buffer.concat(chunks).toString('utf8'))).length;
  },
};

function readItems(reader: { push(chunk: Buffer): unknown[]; end(): unknown[] }, chunks: readonly Buffer[]): number {
  let count = 0;
  for (const chunk of chunks) count += reader.push(chunk).length;
  return count + reader.end().length;
}

/** Runs as a worker, so that each contender has its own heap and its own compiled code. */
function answer({ how, id, claims }: ContenderSpec): void {
  const chunks = [...fileChunks(id, id === '835' ? remittanceSegments(claims) : claimSegments(claims))];
  const say = (reply: ContenderReply): void => parentPort?.postMessage(reply);
  parentPort?.on('message', () => {
    const started = process.threadCpuUsage();
    if (WAYS[how](chunks) === 0) throw new Error(`${how} read nothing`);
    const { user, system } = process.threadCpuUsage(started);
    say({ milliseconds: (user + system) / 1000 });
  });
  say({ megabytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0) / 1e6 });
}

if (parentPort !== null) answer(workerData as ContenderSpec);
