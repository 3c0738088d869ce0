import { FileCipher } from './file-cipher.ts';
import { inChunks } from './file-store.ts';

describe('a kept file', () => {
  const cipher = new FileCipher(Buffer.alloc(32, 1));

  it('reads back as it was written and is not readable in between', () => {
    const sealed = cipher.seal(Buffer.from('NM1*QC*1*ALDER'), 'file:0');
    expect(sealed.data.includes('ALDER')).toBe(false);
    expect(cipher.open(sealed, 'file:0').toString()).toBe('NM1*QC*1*ALDER');
  });

  it('cannot be changed, moved to another place or opened with another key', () => {
    const sealed = cipher.seal(Buffer.from('twelve dollars'), 'file:0');
    const changed = { ...sealed, data: Buffer.from(sealed.data).fill(0, 0, 1) };
    expect(() => cipher.open(changed, 'file:0')).toThrow();
    expect(() => cipher.open(sealed, 'file:1')).toThrow();
    expect(() => new FileCipher(Buffer.alloc(32, 2)).open(sealed, 'file:0')).toThrow();
  });

  it('is cut into even chunks whatever pieces it came in', async () => {
    async function* pieces() {
      for (const size of [1, 7, 0, 30, 3]) yield Buffer.alloc(size, size);
    }
    const chunks = await Array.fromAsync(inChunks(pieces(), 10));
    expect(chunks.map((chunk) => chunk.byteLength)).toEqual([10, 10, 10, 10, 1]);
    expect(Buffer.concat(chunks)).toEqual(Buffer.concat(await Array.fromAsync(pieces())));
  });
});
