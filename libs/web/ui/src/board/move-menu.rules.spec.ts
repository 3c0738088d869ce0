import type { MoveTarget } from './board.types.ts';
import { moveEntries, nextPossible, stageByDigit } from './move-menu.rules.ts';

const targets: MoveTarget[] = [
  { stage: 'new', name: 'New', glyph: null },
  { stage: 'investigating', name: 'Investigating', glyph: null, isHere: true },
  { stage: 'waiting', name: 'Waiting', glyph: null },
  { stage: 'submitted', name: 'Submitted', glyph: null, reason: 'needs proof' },
];
const people = [
  { id: '1', name: 'Ben Okafor' },
  { id: '2', name: 'Wanda Ngo' },
];
const idsOf = (typed: string, isAssigning = false) =>
  moveEntries(typed, targets, people, isAssigning).map((entry) => entry.id);

describe('the Move menu', () => {
  it('lists every stage, possible or not, and the way to assign', () => {
    expect(idsOf('')).toEqual(['stage-new', 'stage-investigating', 'stage-waiting', 'stage-submitted', 'assign']);
  });

  it('finds stages and people by what is typed, keeping each digit', () => {
    expect(idsOf('wa')).toEqual(['stage-waiting', 'person-2']);
    expect(moveEntries('wa', targets, people, false)[0]).toMatchObject({ digit: '3' });
    expect(idsOf('', true)).toEqual(['person-1', 'person-2']);
  });

  it('takes a digit only for a stage that is possible', () => {
    const entries = moveEntries('', targets, people, false);
    expect(['1', '2', '3', '4', '9'].map((key) => stageByDigit(entries, key))).toEqual([
      'new',
      undefined,
      'waiting',
      undefined,
      undefined,
    ]);
  });

  it('steps over impossible lines and goes round', () => {
    const entries = moveEntries('', targets, people, false);
    expect(nextPossible(entries, 0, 1)).toBe(2);
    expect(nextPossible(entries, 2, 1)).toBe(4);
    expect(nextPossible(entries, 4, 1)).toBe(0);
    expect(nextPossible([], 0, 1)).toBe(0);
  });
});
