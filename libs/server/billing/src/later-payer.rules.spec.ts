import fc from 'fast-check';
import { hasPayerToAnswer, lastDecisions, movementsOfLaterPayers, visitsInTurn } from './later-payer.rules.ts';
import type { ClaimInTurn, StandingDecision, VisitInTurn } from './later-payer.rules.ts';

const aClaim = (id: string, more: Partial<ClaimInTurn> = {}): ClaimInTurn => ({
  id,
  patientId: 'wanda',
  controlNumber: id,
  servedOn: '2026-10-01',
  chargeCents: 20_000,
  sequence: 'P',
  ...more,
});

const aDecision = (id: string, claimId: string, more: Partial<StandingDecision> = {}): StandingDecision => ({
  id,
  claimId,
  status: '1',
  patientCents: 0,
  contractualCents: 0,
  coordinationCents: 0,
  disputedCents: 0,
  ...more,
});

const theVisit = (claims: readonly ClaimInTurn[], decisions: readonly StandingDecision[]): VisitInTurn => {
  const [visit] = visitsInTurn(claims, decisions);
  if (!visit) throw new RangeError('A visit was to come.');
  return visit;
};

const second = aClaim('b', { sequence: 'S' });

describe('a visit and its payers', () => {
  it('takes a claim to a later payer to the first one of that day: same number, then same charge, then the newest', () => {
    const first = [
      aClaim('a1', { controlNumber: 'x', chargeCents: 500 }),
      aClaim('a2', { controlNumber: 'y' }),
      aClaim('a3', { chargeCents: 700 }),
      aClaim('a4', { servedOn: '2026-10-02', controlNumber: 'x' }),
    ];
    const headOf = (later: ClaimInTurn) =>
      visitsInTurn([...first, later], []).find(({ claims }) => claims.includes(later))?.claim.id;
    expect(headOf({ ...second, controlNumber: 'x' })).toBe('a1');
    expect(headOf(second)).toBe('a2');
    expect(headOf({ ...second, chargeCents: 1 })).toBe('a3');
    expect(headOf({ ...second, servedOn: '2026-11-01' })).toBe('b');
    expect(headOf({ ...second, patientId: 'other' })).toBe('b');
  });

  it('waits for every payer that was asked or that the claim was forwarded to', () => {
    const first = aDecision('d1', 'a');
    const answered = aDecision('d2', 'b');
    expect(hasPayerToAnswer(theVisit([aClaim('a')], [first]))).toBe(false);
    expect(hasPayerToAnswer(theVisit([aClaim('a'), second], [first]))).toBe(true);
    expect(hasPayerToAnswer(theVisit([aClaim('a'), second], [first, answered]))).toBe(false);
    const forwarded = { ...first, status: '19' };
    expect(hasPayerToAnswer(theVisit([aClaim('a')], [forwarded]))).toBe(true);
    expect(hasPayerToAnswer(theVisit([aClaim('a')], [forwarded, aDecision('d2', 'a', { status: '2' })]))).toBe(false);
    expect(hasPayerToAnswer(theVisit([aClaim('a')], [aDecision('d2', 'a', { status: '20' })]))).toBe(true);
  });

  it('lets only the last payer say what the patient owes', () => {
    const decisions = [
      aDecision('d1', 'a', { patientCents: 4_000 }),
      aDecision('d2', 'b', { status: '2', patientCents: 1_000, coordinationCents: -4_000 }),
    ];
    expect(lastDecisions(theVisit([aClaim('a'), second], decisions)).map(({ id }) => id)).toEqual(['d2']);
    expect(lastDecisions(theVisit([aClaim('a'), second], decisions.slice(0, 1))).map(({ id }) => id)).toEqual(['d1']);
  });

  it('leaves nothing between the payers, whether the second repeats the discount or takes it as decided', () => {
    const amounts = fc.record({
      discount: fc.nat(5_000),
      left: fc.nat(5_000),
      ours: fc.nat(9_000),
      isRepeated: fc.boolean(),
    });
    fc.assert(
      fc.property(amounts, ({ discount, left, ours, isRepeated }) => {
        const paid = 20_000 - discount - left;
        const prior = isRepeated ? paid : paid + discount;
        const visit = theVisit(
          [aClaim('a'), second],
          [
            aDecision('d1', 'a', { patientCents: left, contractualCents: discount }),
            aDecision('d2', 'b', {
              status: '2',
              patientCents: Math.min(ours, left),
              contractualCents: isRepeated ? discount : 0,
              coordinationCents: prior - 20_000,
            }),
          ],
        );
        const moved = new Map(movementsOfLaterPayers(visit).map(({ account, cents }) => [account, cents]));
        expect([...moved.values()].reduce((sum, cents) => sum + cents, 0)).toBe(0);
        expect(prior - 20_000 + (moved.get('coordination-of-benefits') ?? 0)).toBe(0);
        expect((moved.get('patient-receivable') ?? 0) + left).toBe(0);
        expect((moved.get('contractual-adjustment') ?? 0) + (isRepeated ? discount : 0)).toBe(0);
      }),
    );
  });

  it('books nothing while one payer decided, and does not hide what was denied in a discount', () => {
    expect(
      movementsOfLaterPayers(theVisit([aClaim('a'), second], [aDecision('d1', 'a', { patientCents: 5 })])),
    ).toEqual([]);
    const paidByTheSecond = [
      aDecision('d1', 'a', { disputedCents: 4_000 }),
      aDecision('d2', 'b', { coordinationCents: -4_000, contractualCents: 4_000 }),
    ];
    expect(movementsOfLaterPayers(theVisit([aClaim('a'), second], paidByTheSecond))).toEqual([]);
  });
});
