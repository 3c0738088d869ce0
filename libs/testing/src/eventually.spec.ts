import { eventually, fixedClock } from './index.ts';

describe('eventually', () => {
  it('waits for what becomes true and returns it', async () => {
    let calls = 0;
    const third = (): number => {
      calls += 1;
      if (calls < 3) throw new Error('not yet');
      return calls;
    };
    await expect(eventually(third, { every: 1 })).resolves.toBe(3);
  });

  it('says what was still wrong when the time is up', async () => {
    const never = (): never => {
      throw new Error('still open');
    };
    await expect(eventually(never, { within: 30, every: 5 })).rejects.toThrow('still open');
  });
});

describe('the fixed clock', () => {
  it('moves only when told', () => {
    const clock = fixedClock('2026-03-02T12:00:00.000Z');
    clock.advance(60_000);
    expect(clock.now().toISOString()).toBe('2026-03-02T12:01:00.000Z');
    clock.set('2026-03-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });
});
