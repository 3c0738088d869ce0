import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ImportRefusal, importFaultOf } from './import-refusal.ts';

/** How far a compressed file may grow. Claims compress about 10 to 1; a bomb 1,000 to 1. */
export interface DecompressionLimits {
  /** Most bytes out for one byte in, once `ratioFrom` bytes are out. */
  ratio: number;
  ratioFrom: number;
  /** Most bytes out, whatever went in. */
  total: number;
}

const DECOMPRESSION_LIMITS: DecompressionLimits = {
  ratio: 200,
  ratioFrom: 16 * 1024 * 1024,
  total: 4 * 1024 ** 3,
};

/** Bytes in pieces, from wherever. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Whether the data begins like gzip (RFC 1952, 2.3.1). */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Decompresses a stream piece by piece. Throws ImportRefusal when it is broken or grows past the limits. */
export async function* gunzipped(source: ByteSource, limits = DECOMPRESSION_LIMITS): AsyncGenerator<Uint8Array> {
  const counted = { in: 0, out: 0 };
  const gunzip = createGunzip();
  const compressed = Readable.from(counting(source, counted), { objectMode: false });
  compressed.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    for await (const piece of gunzip as AsyncIterable<Uint8Array>) {
      counted.out += piece.byteLength;
      refuseGrowth(counted, limits);
      yield piece;
    }
  } catch (error) {
    throw isBroken(error) ? new ImportRefusal(BROKEN, { cause: error }) : error;
  } finally {
    compressed.destroy();
    gunzip.destroy();
  }
}

const BROKEN = importFaultOf(
  'unreadable-gzip',
  'The compressed file is damaged or cut off. Compress it again and send the whole file.',
);

/** zlib says so by code; without a code the error is not about the data. */
const isBroken = (error: unknown): boolean => /^Z_/.test((error as { code?: string }).code ?? '');

async function* counting(source: ByteSource, counted: { in: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    counted.in += piece.byteLength;
    yield piece;
  }
}

function refuseGrowth(counted: { in: number; out: number }, limits: DecompressionLimits): void {
  const isBomb = counted.out > limits.ratioFrom && counted.out > counted.in * limits.ratio;
  if (!isBomb && counted.out <= limits.total) return;
  const why = isBomb
    ? `it grows more than ${limits.ratio} times`
    : `it holds more than ${Math.round(limits.total / 1024 ** 2).toLocaleString('en-US')} MB`;
  throw new ImportRefusal(importFaultOf('decompression-limit', `The compressed file was not read to its end: ${why}.`));
}
