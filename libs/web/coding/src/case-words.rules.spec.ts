import type { CodingCase } from '@caseboard/contracts';
import { lockedBecause, standingOf, stayWords } from './case-words.rules.ts';

const words = (date: string) => date;
const me = { id: 'cora', mayEdit: true };
const stay = (startedOn: string | null, endedOn: string | null) => ({
  class: 'inpatient' as const,
  startedOn,
  endedOn,
});

describe('a chart in words', () => {
  it('says the days of a stay, the month once', () => {
    expect(stayWords(stay('2026-11-15', '2026-11-19'), words)).toBe('Inpatient, 15 to 2026-11-19');
    expect(stayWords(stay('2026-10-30', '2026-11-02'), words)).toBe('Inpatient, 2026-10-30 to 2026-11-02');
    expect(stayWords(stay('2026-11-15', null), words)).toBe('Inpatient, since 2026-11-15');
    expect(stayWords(stay('2026-11-15', '2026-11-15'), words)).toBe('Inpatient, 2026-11-15');
  });

  it('waits until the answer is here, then for it to be read', () => {
    const asked = { id: 'p', reason: '', threadId: 'query', by: '', at: '', clearedAt: null };
    const chart = { state: 'pended' as const, openQueries: 1, pends: [asked] };
    expect(standingOf(chart).word).toBe('Waiting for an answer');
    const answered = { ...chart, state: 'in-progress' as const, pends: [{ ...asked, clearedAt: 'now' }] };
    expect(standingOf(answered).word).toBe('Answer to read');
    expect(standingOf({ ...answered, openQueries: 0 }).word).toBe('In progress');
    expect(standingOf({ ...chart, openQueries: 0, pends: [{ ...asked, threadId: null }] }).word).toBe('Pended');
  });

  it('lets only its owner enter codes, and only while they are not final', () => {
    const chart = (more: Partial<CodingCase>) => ({ state: 'in-progress' as const, ownerId: 'cora', ...more });
    expect(lockedBecause(chart({}), me)).toBeUndefined();
    expect(lockedBecause(chart({ ownerId: null }), me)).toMatch(/Take it/);
    expect(lockedBecause(chart({ ownerId: 'dev' }), me)).toMatch(/Somebody else/);
    expect(lockedBecause(chart({ state: 'billed' }), me)).toMatch(/Reopen/);
    expect(lockedBecause(chart({ state: 'not-ready' }), me)).toMatch(/not complete/);
    expect(lockedBecause(chart({}), { ...me, mayEdit: false })).toMatch(/may read/);
  });
});
