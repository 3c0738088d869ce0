import { addDays, daysBetween } from '@caseboard/server/kernel';
import fc from 'fast-check';
import { becauseOf, priorityOf } from './priority.rules.ts';
import type { PriorityInput } from './priority.rules.ts';

const TODAY = '2026-03-02';
const anItem = (input: Partial<PriorityInput> = {}): PriorityInput => ({
  dueOn: null,
  amountCents: 0,
  openedOn: TODAY,
  waitedDays: 0,
  waitingSince: null,
  ...input,
});
const points = (input: Partial<PriorityInput>, name: string, today = TODAY) =>
  priorityOf(anItem(input), today).parts.find((part) => part.name === name)?.points;

describe('a priority', () => {
  it('is the sum of its named parts, each with its reason', () => {
    const { score, parts } = priorityOf(
      anItem({ dueOn: '2026-03-14', amountCents: 1_148_000, openedOn: '2026-01-13' }),
      TODAY,
    );
    expect(parts).toEqual([
      { name: 'deadline', points: 26, because: 'due 14 Mar 2026, within 15 days' },
      { name: 'dollars', points: 30, because: '$10,000 or more at stake' },
      { name: 'age', points: 16, because: 'open for 30 days or more' },
    ]);
    expect(score).toBe(72);
  });

  it('rises as the deadline comes nearer: 30, 15, 7, 3, 1 days, overdue', () => {
    const left = [31, 30, 15, 7, 3, 1, 0, -1].map((days) => points({ dueOn: addDays(TODAY, days) }, 'deadline'));
    expect(left).toEqual([4, 14, 26, 36, 44, 48, 48, 50]);
  });

  it('gives no points for a deadline nobody knows', () => {
    expect(points({}, 'deadline')).toBe(0);
  });

  it('does not age an item that waits, while its deadline goes on', () => {
    const waiting = anItem({ openedOn: addDays(TODAY, -5), waitingSince: TODAY, dueOn: addDays(TODAY, 20) });
    const later = priorityOf(waiting, addDays(TODAY, 30));
    expect(later.parts.map((part) => part.points)).toEqual([50, 0, 4]);
    expect(later.rescoreOn).toBeNull();
  });

  it('leaves the days it waited out of its age for good', () => {
    expect(points({ openedOn: addDays(TODAY, -30), waitedDays: 20 }, 'age')).toBe(8);
  });

  it('wakes exactly on the first day its score would change', () => {
    fc.assert(
      fc.property(
        fc.record({
          dueIn: fc.option(fc.integer({ min: -40, max: 400 }), { nil: null }),
          amountCents: fc.integer({ min: -500, max: 2_000_000 }),
          openDays: fc.integer({ min: 0, max: 90 }),
          waitedDays: fc.integer({ min: 0, max: 30 }),
          waitsFor: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
        }),
        ({ dueIn, amountCents, openDays, waitedDays, waitsFor }) => {
          const item = anItem({
            dueOn: dueIn === null ? null : addDays(TODAY, dueIn),
            amountCents,
            openedOn: addDays(TODAY, -openDays),
            waitedDays,
            waitingSince: waitsFor === null ? null : addDays(TODAY, -waitsFor),
          });
          const { score, rescoreOn } = priorityOf(item, TODAY);
          const last = rescoreOn === null ? 500 : daysBetween(TODAY, rescoreOn) - 1;
          for (let day = 0; day <= last; day += 1) expect(priorityOf(item, addDays(TODAY, day)).score).toBe(score);
          if (rescoreOn !== null) expect(priorityOf(item, rescoreOn).score).not.toBe(score);
        },
      ),
    );
  });

  it('says in one sentence why the item was chosen', () => {
    const { score, parts } = priorityOf(anItem({ dueOn: '2026-03-03', amountCents: 60_000 }), TODAY);
    expect(becauseOf('Denials', score, parts)).toBe(
      'Highest free item of Denials: 60 points, most for deadline: due 3 Mar 2026, within 1 day.',
    );
    expect(becauseOf('Credits', 0, priorityOf(anItem(), TODAY).parts)).toBe('Highest free item of Credits: 0 points.');
  });
});
