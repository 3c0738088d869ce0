import * as fc from 'fast-check';
import type { AppliedChange } from './live-rows.ts';
import { arrange, waitingUpdates } from './shown-rows.rules.ts';
import type { Arrangement, FreshRow, ShownRow } from './shown-rows.rules.ts';

const row = (id: string, place = 'list', text = id): FreshRow<string> => ({ id, place, row: text });
const rows = (ids: string) => [...ids].map((id) => row(id));
const calm: Arrangement = {
  isHeld: false,
  ownIds: new Set(),
  liveIds: new Set(),
  changes: new Map(),
  now: 1000,
  goneMs: 5000,
};
const hand: Arrangement = { ...calm, isHeld: true, liveIds: new Set('abcdefgxyz') };
const idsOf = (shown: readonly ShownRow<string>[]) => shown.map(({ id }) => id).join('');
const picture = (ids: string) => arrange([], rows(ids), calm);

describe('what a live list shows', () => {
  it('follows at once while nobody points at it', () => {
    expect(idsOf(arrange(picture('abc'), rows('cab'), calm))).toBe('cab');
  });

  it('keeps the order under the hand and lets arrivals wait', () => {
    const shown = arrange(picture('abc'), rows('xcab'), hand);
    expect(idsOf(shown)).toBe('abc');
    expect(waitingUpdates(shown, rows('xcab'))).toEqual({ arrived: 1, moved: 1, left: 0 });
  });

  it('patches values in place even under the hand', () => {
    const shown = arrange(picture('ab'), [row('a', 'list', 'new text'), row('b')], hand);
    expect(shown[0]?.row).toBe('new text');
  });

  it('keeps a card in its column under the hand, and counts it as moved', () => {
    const before = arrange([], [row('a', 'new'), row('b', 'new')], calm);
    const fresh = [row('a', 'waiting'), row('b', 'new')];
    const shown = arrange(before, fresh, hand);
    expect(shown.map(({ place }) => place)).toEqual(['new', 'new']);
    expect(waitingUpdates(shown, fresh)).toEqual({ arrived: 0, moved: 1, left: 0 });
  });

  it('moves and brings what this person did at once', () => {
    const before = arrange([], [row('a', 'new'), row('b', 'new')], calm);
    const fresh = [row('x', 'new'), row('a', 'waiting'), row('b', 'new')];
    const shown = arrange(before, fresh, { ...hand, ownIds: new Set(['a', 'x']) });
    expect(shown.map(({ id, place }) => `${id}:${place}`)).toEqual(['x:new', 'a:waiting', 'b:new']);
  });

  it('adds the next page at its end even under the hand', () => {
    const shown = arrange(picture('ab'), rows('abcd'), { ...hand, liveIds: new Set(['a']) });
    expect(idsOf(shown)).toBe('abcd');
  });

  it('keeps a row that left where it was, with who did it, for five seconds', () => {
    const by = { id: 'b', actor: 'user:jo' } as AppliedChange;
    const shown = arrange(picture('abc'), rows('ac'), { ...calm, changes: new Map([['b', by]]) });
    expect(idsOf(shown)).toBe('abc');
    expect(shown[1]?.gone).toEqual({ since: 1000, by });
    expect(idsOf(arrange(shown, rows('ac'), { ...calm, now: 5999 }))).toBe('abc');
    expect(idsOf(arrange(shown, rows('ac'), { ...calm, now: 6000 }))).toBe('ac');
  });

  it('keeps it longer while the hand is there, and tells the pill', () => {
    const shown = arrange(picture('abc'), rows('ac'), hand);
    const later = arrange(shown, rows('ac'), { ...hand, now: 60_000 });
    expect(idsOf(later)).toBe('abc');
    expect(waitingUpdates(later, rows('ac'))).toEqual({ arrived: 0, moved: 0, left: 1 });
    expect(idsOf(arrange(later, rows('ac'), { ...calm, now: 60_001 }))).toBe('ac');
  });

  it('drops a row at once where nothing of it may stay', () => {
    expect(idsOf(arrange(picture('abc'), rows('ac'), { ...hand, goneMs: 0 }))).toBe('ac');
  });

  it('brings back a row that returned', () => {
    const shown = arrange(picture('abc'), rows('ac'), hand);
    expect(arrange(shown, rows('abc'), hand).every(({ gone }) => gone === null)).toBe(true);
  });

  it('moves nothing under the hand and shows everything after it, whatever happens', () => {
    const lists = fc.shuffledSubarray([...'abcdefg']).map((ids) => ids.join(''));
    fc.assert(
      fc.property(lists, fc.array(lists, { minLength: 1 }), (start, steps) => {
        let shown = picture(start);
        for (const step of steps) shown = arrange(shown, rows(step), { ...hand, isHeld: start !== '' });
        const last = steps.at(-1) ?? '';
        const kept = idsOf(shown);
        const after = idsOf(arrange(shown, rows(last), { ...calm, now: 1_000_000 }));
        return (start === '' || kept === start) && after === last;
      }),
    );
  });
});
