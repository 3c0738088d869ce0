import { randomBytes } from 'node:crypto';
import { createGzip, gzipSync } from 'node:zlib';
import { gunzipped, isGzip } from './gunzip.ts';

const LIMITS = { ratio: 200, ratioFrom: 1024 * 1024, total: 8 * 1024 * 1024 };

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

async function all(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

const faultOf = (source: AsyncIterable<Uint8Array>) =>
  all(source).then(
    () => 'nothing thrown',
    (error: { fault?: { code: string } }) => error.fault?.code ?? String(error),
  );

describe('a compressed file', () => {
  const plain = randomBytes(300_000);

  it('is told by its first two bytes', () => {
    expect(isGzip(gzipSync('ISA'))).toBe(true);
    expect(isGzip(Buffer.from('ISA*00'))).toBe(false);
  });

  it('comes out as it was, in whatever pieces it came', async () => {
    expect((await all(gunzipped(inPieces(gzipSync(plain), 7), LIMITS))).equals(plain)).toBe(true);
  });

  it('may be several compressed files joined', async () => {
    const joined = Buffer.concat([gzipSync('ISA*1~'), gzipSync('ISA*2~')]);
    expect(String(await all(gunzipped(inPieces(joined), LIMITS)))).toBe('ISA*1~ISA*2~');
  });

  it('is refused when it is cut off or damaged', async () => {
    const packed = gzipSync(plain);
    expect(await faultOf(gunzipped(inPieces(packed.subarray(0, -9)), LIMITS))).toBe('import/unreadable-gzip');
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 1000, 1100);
    expect(await faultOf(gunzipped(inPieces(damaged), LIMITS))).toBe('import/unreadable-gzip');
  });

  it('is refused when it grows more than real files do, long before its end', async () => {
    let read = 0;
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const watched = async function* () {
      for await (const piece of inPieces(bomb, 512)) {
        read += piece.byteLength;
        yield piece;
      }
    };
    expect(await faultOf(gunzipped(watched(), LIMITS))).toBe('import/decompression-limit');
    expect(read).toBeLessThan(bomb.byteLength / 2);
  });

  it('is refused when it is larger than anything we take', async () => {
    const many = createGzip();
    many.end(randomBytes(9 * 1024 * 1024));
    expect(await faultOf(gunzipped(many as AsyncIterable<Uint8Array>, LIMITS))).toBe('import/decompression-limit');
  });

  it('passes on what went wrong before it', async () => {
    const cut = async function* (): AsyncGenerator<Uint8Array> {
      yield gzipSync(plain).subarray(0, 100);
      throw new Error('the line went dead');
    };
    await expect(all(gunzipped(cut(), LIMITS))).rejects.toThrow('the line went dead');
  });
});
