import { hitsIn, piecesOf, quotesIn, sentenceAt } from './text-marks.rules.ts';

const note = 'Creatinine 2.4, was 1.1 in July.\nUrine output 0.3 mL/kg/h\novernight. BNP 1,840.';

describe('marks in a note', () => {
  it('finds a term whatever its case, and nothing for a single letter', () => {
    expect(hitsIn(note, 'URINE')).toEqual([{ start: 33, end: 38 }]);
    expect(hitsIn(note, 'u')).toEqual([]);
  });

  it('finds a quote across a line break, and takes its signs literally', () => {
    const [span] = quotesIn(note, ['0.3 mL/kg/h overnight']);
    expect(note.slice(span?.start, span?.end)).toBe('0.3 mL/kg/h\novernight');
    expect(quotesIn(note, ['2x4', '(unbalanced'])).toEqual([]);
  });

  it('cuts the text so that its pieces are the text again and the last mark wins', () => {
    const pieces = piecesOf(note, [
      { start: 0, end: 14, kind: 'quoted' },
      { start: 11, end: 14, kind: 'current' },
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe(note);
    expect(pieces.slice(0, 3).map(({ text, kind }) => [text, kind])).toEqual([
      ['Creatinine ', 'quoted'],
      ['2.4', 'current'],
      [note.slice(14), null],
    ]);
  });

  it('quotes the sentence around a place, not cutting decimals', () => {
    expect(sentenceAt(note, note.indexOf('1.1'))).toBe('Creatinine 2.4, was 1.1 in July.');
    expect(sentenceAt(note, note.indexOf('BNP'))).toBe('BNP 1,840.');
  });
});
