import type { DocumentSummary } from '@caseboard/contracts';
import { arrivalWords, arrivedIds, editionOf, firstToRead } from './arrivals.rules.ts';

const document = (id: string, over: Partial<DocumentSummary> = {}): DocumentSummary => ({
  id,
  title: 'Progress note',
  type: 'Progress note',
  authorName: null,
  authoredAt: '2026-11-20T10:00:00Z',
  bytes: 100,
  hasText: true,
  ...over,
});

describe('documents that arrive in an open chart', () => {
  it('are new until they are opened, those that were there are not', () => {
    const chart = [document('late'), document('a'), document('b')];
    expect([...arrivedIds(chart, new Set(['a', 'b']))]).toEqual(['late']);
    expect([...arrivedIds(chart, new Set(['a', 'b', 'late']))]).toEqual([]);
  });

  it('are told in words', () => {
    expect([0, 1, 2].map(arrivalWords)).toEqual(['', '1 new document', '2 new documents']);
  });

  it('are read again when they come anew, not when another one comes', () => {
    const before = [document('a')];
    expect(editionOf([document('late'), ...before], 'a')).toBe(editionOf(before, 'a'));
    expect(editionOf([document('a', { bytes: 120 })], 'a')).not.toBe(editionOf(before, 'a'));
    expect(editionOf(before, undefined)).toBeUndefined();
  });
});

describe('the document to read first', () => {
  it('is one with text, else the first, and none of an empty chart', () => {
    const picture = document('picture', { hasText: false });
    expect(firstToRead([picture, document('note')])).toBe('note');
    expect(firstToRead([picture])).toBe('picture');
    expect(firstToRead([])).toBeUndefined();
  });
});
