import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { peek } from './file-head.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}
async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

describe('the beginning of a file', () => {
  const file = randomBytes(200_000);

  it('is at most 64 KB, and the whole file still comes after it', async () => {
    const { head, content, isEmpty, encoding } = await peek(pieces(file, 999));
    expect(encoding).toBe('plain');
    expect(isEmpty).toBe(false);
    expect(head.byteLength).toBe(65_536);
    expect((await all(content)).equals(file)).toBe(true);
  });

  it('is decompressed while the file itself stays as it was sent', async () => {
    const packed = gzipSync(file);
    const { head, content, encoding } = await peek(pieces(packed, 10_000));
    expect(encoding).toBe('gzip');
    expect(Buffer.compare(head, file.subarray(0, head.byteLength))).toBe(0);
    expect(head.byteLength).toBeGreaterThan(30_000);
    expect((await all(content)).equals(packed)).toBe(true);
  });

  it('is never more than 64 KB of a bomb', async () => {
    const { head } = await peek(pieces(gzipSync(Buffer.alloc(64 * 1024 * 1024)), 4096));
    expect(head.byteLength).toBe(65_536);
  });

  it('says when nothing can be read', async () => {
    const { fault } = await peek(pieces(Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 4));
    expect(fault?.code).toBe('import/unreadable-gzip');
  });

  it('of an empty file is nothing', async () => {
    const { isEmpty, content } = await peek(pieces(Buffer.alloc(0), 10));
    expect(isEmpty).toBe(true);
    expect(await all(content)).toHaveLength(0);
  });
});
