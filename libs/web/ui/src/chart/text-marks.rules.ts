/** A stretch of a text, by offsets of its characters; `kind` says why it is marked. */
export type TextSpan = { start: number; end: number; kind: 'found' | 'current' | 'quoted' };

/** A piece of a text as it is drawn: plain, or marked. */
export type TextPiece = { text: string; start: number; kind: TextSpan['kind'] | null };

const MOST_HITS = 500;

/** Where a term stands in a text, whatever its letters' case; nothing for fewer than two characters. */
export function hitsIn(text: string, term: string): { start: number; end: number }[] {
  const wanted = term.trim().toLowerCase();
  if (wanted.length < 2) return [];
  const whole = text.toLowerCase();
  const hits: { start: number; end: number }[] = [];
  for (
    let at = whole.indexOf(wanted);
    at >= 0 && hits.length < MOST_HITS;
    at = whole.indexOf(wanted, at + wanted.length)
  )
    hits.push({ start: at, end: at + wanted.length });
  return hits;
}

/** Where quotes stand in a text: a quote keeps its words but not its line breaks. */
export function quotesIn(text: string, quotes: readonly string[]): TextSpan[] {
  return quotes.flatMap((quote) => {
    const words = quote.trim().split(/\s+/).map(escaped);
    if (words[0] === '') return [];
    const found = new RegExp(words.join('\\s+'), 'u').exec(text);
    return found ? [{ start: found.index, end: found.index + found[0].length, kind: 'quoted' as const }] : [];
  });
}

/** A text cut where marks begin and end; where they overlap the later of `spans` wins. */
export function piecesOf(text: string, spans: readonly TextSpan[]): TextPiece[] {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const covering = spans.findLast((span) => span.start <= start && span.end >= end);
    return { text: text.slice(start, end), start, kind: covering?.kind ?? null };
  });
}

/** The sentence or line around an offset, trimmed: what a quote by keyboard takes. */
export function sentenceAt(text: string, at: number): string {
  const before = Math.max(...['\n', '. ', '? ', '! '].map((stop) => endOf(text.lastIndexOf(stop, at - 1), stop)), 0);
  const after = /[.?!](?=\s|$)|\n/.exec(text.slice(at));
  return text.slice(before, after ? at + after.index + 1 : text.length).trim();
}

const endOf = (found: number, stop: string) => (found < 0 ? 0 : found + stop.length);
const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
