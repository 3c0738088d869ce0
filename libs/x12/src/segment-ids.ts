const isUpperOrDigit = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** Literals are one object wherever they stand in the code, so the readers compare these by identity. */
const FREQUENT = [
  'AMT',
  'CAS',
  'CLM',
  'CLP',
  'DTM',
  'DTP',
  'HL',
  'LQ',
  'LX',
  'NM1',
  'N3',
  'N4',
  'REF',
  'SV1',
  'SV2',
  'SVC',
];

const known = new Map<number, string>(FREQUENT.map((id) => [keyOf(id), id]));

/**
 * The id a segment's text starts with, two or three capitals or digits, or undefined. The same id is always the
 * same string object, which makes the readers' comparisons cheap.
 */
export function segmentIdOf(text: string, elementSeparator: number): string | undefined {
  const first = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  const third = text.charCodeAt(2);
  const isShort = text.length === 2 || third === elementSeparator;
  if (!isShort && text.length !== 3 && text.charCodeAt(3) !== elementSeparator) return undefined;
  const key = isShort ? (first << 8) | second : (first << 16) | (second << 8) | third;
  return known.get(key) ?? learned(key, text.slice(0, isShort ? 2 : 3));
}

function keyOf(id: string): number {
  return [...id].reduce((key, character) => (key << 8) | character.charCodeAt(0), 0);
}

function learned(key: number, id: string): string | undefined {
  if (id.length < 2 || ![...id].every((character) => isUpperOrDigit(character.charCodeAt(0)))) return undefined;
  known.set(key, id);
  return id;
}
