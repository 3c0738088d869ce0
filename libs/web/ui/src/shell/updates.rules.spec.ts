import { updatesWords } from './updates.rules.ts';

describe('the updates pill', () => {
  it('counts all and names only the kinds that occur', () => {
    expect(updatesWords({ arrived: 2, moved: 1, left: 0 })).toBe('Show 3 updates: 2 new, 1 moved');
    expect(updatesWords({ arrived: 0, moved: 0, left: 1 })).toBe('Show 1 update: 1 left');
  });

  it('is silent when nothing waits', () => {
    expect(updatesWords({ arrived: 0, moved: 0, left: 0 })).toBe('');
  });
});
