import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Visitor } from './visitor.ts';

const BOUNDARY = 'a-boundary-that-is-in-no-file';

/** Uploads a file piece by piece, so that not even the test holds it; the answer, and when there was none. */
export async function uploadStream(
  visitor: Visitor,
  name: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
) {
  const response = await fetch(`${visitor.address}/api/v1/imports`, {
    method: 'POST',
    headers: {
      Origin: visitor.address,
      Cookie: visitor.cookie ?? '',
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      'Idempotency-Key': name,
    },
    body: Readable.toWeb(Readable.from(inForm(name, pieces))) as ReadableStream,
    duplex: 'half',
  } as RequestInit & { duplex: 'half' });
  return { status: response.status, body: (await response.json()) as { id: string; code?: string } };
}

async function* inForm(
  name: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`);
  yield* pieces;
  yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
}

const MEGABYTE = 1024 * 1024;

/** `head`, then so many megabytes of one letter. */
export function* longSegment(head: string, megabytes: number): Generator<Uint8Array> {
  yield Buffer.from(head);
  const piece = Buffer.alloc(MEGABYTE, 'A');
  for (let sent = 0; sent < megabytes; sent += 1) yield piece;
}

/** The same compressed: a bomb. */
export const bomb = (head: string, megabytes: number): AsyncIterable<Uint8Array> =>
  Readable.from(longSegment(head, megabytes)).pipe(createGzip());

/** The most memory this process held while `work` ran, beyond what it held before, in megabytes. */
export async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  await work().finally(() => clearInterval(watch));
  return (peak - before) / MEGABYTE;
}
