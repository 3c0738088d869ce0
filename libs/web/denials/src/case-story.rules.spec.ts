import type { TimelineEntry } from '@caseboard/contracts';
import { holdOf, kindOf, proofOf } from './case-story.rules.ts';

const entry = (over: Partial<TimelineEntry>): TimelineEntry => ({
  id: '1',
  at: '2026-11-23T10:00:00Z',
  kind: 'moved',
  text: '',
  evidence: null,
  amountCents: null,
  actor: null,
  ...over,
});
const nameOf = (actor: string) => (actor === 'user:jo' ? 'Jo Tran' : 'rule: posting');

describe('the story of a case', () => {
  it('draws each act with its glyph, and an unknown one as done', () => {
    expect(kindOf(entry({ kind: 'opened' }))).toBe('denied');
    expect(kindOf(entry({ kind: 'released' }))).toBe('person');
    expect(kindOf(entry({ kind: 'something-new' }))).toBe('done');
  });

  it('proves a line by its evidence and who did it', () => {
    expect(proofOf(entry({ evidence: 'REM-000012', actor: 'rule:x' }), nameOf)).toBe('REM-000012, rule: posting');
    expect(proofOf(entry({ actor: 'user:jo' }), nameOf)).toBe('Jo Tran');
    expect(proofOf(entry({ text: 'Taken by Jo Tran', actor: 'user:jo' }), nameOf)).toBeUndefined();
    expect(proofOf(entry({}), nameOf)).toBeUndefined();
  });

  it('says what holds it: a colleague at work comes first', () => {
    expect(holdOf({ stage: 'waiting', ownerId: 'jo' }, ['Ben Okafor'], 'Jo Tran')).toBe(
      'Ben Okafor is editing it now.',
    );
    expect(holdOf({ stage: 'waiting', ownerId: 'jo' }, [], 'Jo Tran')).toMatch('waits for somebody else');
    expect(holdOf({ stage: 'new', ownerId: null }, [], '')).toBe('Nobody has it.');
    expect(holdOf({ stage: 'new', ownerId: 'jo' }, [], 'Jo Tran')).toBe('Jo Tran has it.');
    expect(holdOf({ stage: 'new', ownerId: 'me' }, [], 'You')).toBe('You have it.');
  });
});
