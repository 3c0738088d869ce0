import { missedWords } from './missed-words.rules.ts';

describe('what happened while the connection was away', () => {
  it('is told by kind, most first', () => {
    const names = ['denials.case-moved', 'worklist.item-taken', 'denials.case-moved', 'worklist.item-rescored'];
    expect(missedWords(names.map((name) => ({ name })))).toBe('2 moved, 1 changed, 1 taken');
  });
});
