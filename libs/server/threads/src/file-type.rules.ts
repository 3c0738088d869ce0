/** What is taken as an attachment, by what is in it, never by its name. */
const SIGNATURES: readonly [mediaType: string, bytes: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** How much of a file's beginning the verdict needs. */
export const HEAD_BYTES = 4096;

/** The media type of a file that begins like this; undefined: it is not taken. */
export function mediaTypeOf(head: Uint8Array, name: string): string | undefined {
  const known = SIGNATURES.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (known) return known[0];
  if (!isText(head)) return undefined;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

/** Text is UTF-8 without control characters; the last character may be cut off, markup is not taken. */
function isText(head: Uint8Array): boolean {
  if (head.byteLength === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !hasControls(text) && !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}

const hasControls = (text: string) =>
  [...text].some((character) => character < ' ' && !['\t', '\n', '\r', '\f'].includes(character));
