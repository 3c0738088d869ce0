import { mediaTypeOf } from './file-type.rules.ts';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe('the kind of an attached file', () => {
  it.each([
    ['a.bin', bytes('%PDF-1.4'), 'application/pdf'],
    ['a.txt', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
    ['a', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a.CSV', bytes('a,b\r\n1,ü'), 'text/csv'],
    ['a.md', bytes('plain words'), 'text/plain'],
  ])('of %s is what its content says', (name, head, mediaType) => {
    expect(mediaTypeOf(head, name)).toBe(mediaType);
  });

  it.each([
    ['a program', bytes('MZ', [0x90, 0x00])],
    ['an archive', bytes('PK', [3, 4, 0, 0])],
    ['a page', bytes(' <!DOCTYPE html>')],
    ['a drawing with scripts', bytes('<svg onload="x">')],
    ['other encodings', bytes([0xfc, 0x62, 0x65, 0x72])],
    ['nothing', bytes('')],
  ])('is none for %s', (_, head) => {
    expect(mediaTypeOf(head, 'letter.pdf')).toBeUndefined();
  });

  it('takes text whose last character is cut in two by the edge of the head', () => {
    expect(mediaTypeOf(bytes('ü').subarray(0, 1), 'a.txt')).toBe('text/plain');
  });
});
