import { X12Reader, type X12ReaderOptions } from './segment-reader.ts';
import type { X12Segment } from './segment.ts';

/** A file as it streams in: Node streams of bytes, fetch bodies and arrays of chunks all fit. */
export type ByteSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

const PIECE_BYTES = 65_536;
const encoder = new TextEncoder();

/** A chunk in pieces of 64 KB at most, so that a file handed over whole is still read bit by bit. */
export function* piecesOf(chunk: Uint8Array | string): Generator<Uint8Array> {
  const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/**
 * The segments of a file, as many at a time as each chunk completes: much faster than one by one, since each
 * asynchronous step costs more than cutting a segment. Stops reading the source once the reader has stopped.
 * Faults go to `options.faults`.
 */
export async function* readSegmentBatches(
  source: ByteSource,
  options: X12ReaderOptions = {},
): AsyncGenerator<X12Segment[]> {
  const reader = new X12Reader(options);
  for await (const chunk of source) {
    for (const piece of piecesOf(chunk)) {
      const segments = reader.push(piece);
      if (segments.length > 0) yield segments;
      if (reader.stopped) return;
    }
  }
  const last = reader.end();
  if (last.length > 0) yield last;
}

/** The segments of a file, one by one; see `readSegmentBatches`. */
export async function* readSegments(source: ByteSource, options: X12ReaderOptions = {}): AsyncGenerator<X12Segment> {
  for await (const batch of readSegmentBatches(source, options)) yield* batch;
}
