import type { ImportFault } from '@caseboard/contracts';
import { gunzipped, isGzip } from './gunzip.ts';
import { refusalIn } from './import-refusal.ts';

const HEAD_BYTES = 64 * 1024;

/** The beginning of a file and the whole of it again. */
export interface Peeked {
  encoding: 'plain' | 'gzip';
  /** At most 64 KB, decompressed. Empty for an empty file. */
  head: Uint8Array;
  isEmpty: boolean;
  /** What already the beginning shows to be broken. */
  fault?: ImportFault;
  /** Everything from the first byte, as it was sent. */
  content: AsyncIterable<Uint8Array>;
}

/** Reads as little of a stream as tells what it is; `content` gives that part again and then the rest. */
export async function peek(source: AsyncIterable<Uint8Array>): Promise<Peeked> {
  const pieces = source[Symbol.asyncIterator]();
  const first = await take(pieces);
  const isEmpty = first.byteLength === 0;
  const content = again(first, pieces);
  if (!isGzip(first)) return { encoding: 'plain', head: first.subarray(0, HEAD_BYTES), isEmpty, content };
  return { encoding: 'gzip', isEmpty, content, ...(await gunzippedHead(first)) };
}

async function take(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  for (let bytes = 0; bytes < HEAD_BYTES;) {
    const { value, done } = await pieces.next();
    if (done) break;
    taken.push(value);
    bytes += value.byteLength;
  }
  return Buffer.concat(taken);
}

async function* again(first: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  } finally {
    await pieces.return?.();
  }
}

/** The compressed part at hand usually ends in the middle; only what fails before anything came out is a fault. */
async function gunzippedHead(first: Uint8Array): Promise<Pick<Peeked, 'head' | 'fault'>> {
  const out: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of gunzipped([first])) {
      out.push(piece);
      bytes += piece.byteLength;
      if (bytes >= HEAD_BYTES) break;
    }
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    if (bytes === 0) return { head: new Uint8Array(), fault: refusal.fault };
  }
  return { head: Buffer.concat(out).subarray(0, HEAD_BYTES) };
}
