const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');
const STEP = 8192;

/** A chunk as text of one character a byte, and whether any byte is above 127. */
export type ChunkText = { readonly text: string; readonly wide: boolean };

/**
 * A chunk as text of one character a byte, whatever its encoding: cutting never falls inside a character, and
 * pure ASCII, the usual case, costs one decode.
 */
export function chunkText(chunk: Uint8Array): ChunkText {
  const text = asciiText(chunk);
  return text === undefined ? { text: byteText(chunk), wide: true } : { text, wide: false };
}

/** What a piece of byte text says: UTF-8 when it is valid UTF-8, else Windows-1252 (mixed files exist). */
export function decoded(byteText: string): string {
  if (isAscii(byteText)) return byteText;
  const bytes = Uint8Array.from(byteText, (character) => character.charCodeAt(0));
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

/** Whether no character is above 127. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

function asciiText(chunk: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(chunk);
    return text.length === chunk.length ? text : undefined;
  } catch {
    return undefined;
  }
}

function byteText(chunk: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < chunk.length; at += STEP) pieces.push(String.fromCharCode(...chunk.subarray(at, at + STEP)));
  return pieces.join('');
}
