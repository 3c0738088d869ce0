import fc from 'fast-check';
import { settle } from './settle.rules.ts';
import type { PaymentToSettle, VisitToSettle } from './settle.rules.ts';

const visit = (claimId: string, partCents: number, isHeld = false): VisitToSettle => ({ claimId, partCents, isHeld });
const payment = (
  id: string,
  cents: number,
  applied: Record<string, number> = {},
  claimId: string | null = null,
): PaymentToSettle => ({ id, cents, claimId, applied: new Map(Object.entries(applied)) });

describe('where a patient’s payment goes', () => {
  it('pays the oldest visit first and leaves the rest unapplied', () => {
    expect(settle([visit('old', 300), visit('new', 500)], [payment('p', 1000)])).toEqual([
      { paymentId: 'p', claimId: 'old', cents: 300 },
      { paymentId: 'p', claimId: 'new', cents: 500 },
    ]);
  });

  it('pays the visit the patient named before older ones', () => {
    expect(settle([visit('old', 300), visit('new', 500)], [payment('p', 600, {}, 'new')])).toEqual([
      { paymentId: 'p', claimId: 'new', cents: 500 },
      { paymentId: 'p', claimId: 'old', cents: 100 },
    ]);
  });

  it('leaves a held visit alone unless it was named', () => {
    expect(settle([visit('held', 300, true)], [payment('p', 300)])).toEqual([]);
    expect(settle([visit('held', 300, true)], [payment('p', 300, {}, 'held')])).toHaveLength(1);
  });

  it('gives back what a later decision made too much, the newest payment first', () => {
    expect(settle([visit('v', 350)], [payment('p1', 300, { v: 300 }), payment('p2', 200, { v: 200 })])).toEqual([
      { paymentId: 'p2', claimId: 'v', cents: -150 },
    ]);
  });

  it('uses what came back for another visit that owes', () => {
    expect(settle([visit('a', 0), visit('b', 120)], [payment('p', 200, { a: 200 })])).toEqual([
      { paymentId: 'p', claimId: 'a', cents: -200 },
      { paymentId: 'p', claimId: 'b', cents: 120 },
    ]);
  });

  it('frees what went to a visit that is no longer on the account', () => {
    expect(settle([], [payment('p', 200, { gone: 200 })])).toEqual([{ paymentId: 'p', claimId: 'gone', cents: -200 }]);
  });

  it('never pays more than a part or spends more than a payment, and has nothing more to do the second time', () => {
    const visits = fc.array(fc.record({ partCents: fc.nat(500), isHeld: fc.boolean() }), { maxLength: 5 });
    const named = fc.option(fc.nat(6), { nil: null });
    const payments = fc.array(
      fc.record({ cents: fc.integer({ min: 1, max: 900 }), named, before: fc.array(fc.nat(200), { maxLength: 6 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(visits, payments, (someVisits, somePayments) => {
        const all = someVisits.map((one, at) => ({ ...one, claimId: `v${at}` }));
        const held = somePayments.map((one, at) => {
          let free = one.cents;
          const applied = new Map<string, number>();
          one.before.forEach((cents, to) => {
            applied.set(`v${to}`, Math.min(free, cents));
            free -= Math.min(free, cents);
          });
          return { id: `p${at}`, cents: one.cents, claimId: one.named === null ? null : `v${one.named}`, applied };
        });
        const moves = settle(all, held);
        const after = held.map((one) => {
          const applied = new Map(one.applied);
          for (const { claimId, cents } of moves.filter(({ paymentId }) => paymentId === one.id))
            applied.set(claimId, (applied.get(claimId) ?? 0) + cents);
          return { ...one, applied };
        });
        for (const one of after) {
          const spent = [...one.applied.values()];
          expect(Math.min(0, ...spent)).toBe(0);
          expect(spent.reduce((sum, cents) => sum + cents, 0)).toBeLessThanOrEqual(one.cents);
        }
        for (const claimId of new Set(after.flatMap(({ applied }) => [...applied.keys()]))) {
          const paid = after.reduce((sum, { applied }) => sum + (applied.get(claimId) ?? 0), 0);
          expect(paid).toBeLessThanOrEqual(all.find((one) => one.claimId === claimId)?.partCents ?? 0);
        }
        expect(settle(all, after)).toEqual([]);
      }),
    );
  });
});
