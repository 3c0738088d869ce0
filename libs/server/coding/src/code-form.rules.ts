/** A code as code sets store it: upper case, without the point of ICD-10. */
export const plainCode = (code: string): string => code.trim().toUpperCase().replace(/\./g, '');

/** Words a description is found by: lower case letters and digits, each once, at most 40 characters. */
export function tokensOf(words: string): string[] {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean))].map((token) => token.slice(0, 40));
}

/** The end of the range of texts that begin with `prefix`, in byte order. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;
