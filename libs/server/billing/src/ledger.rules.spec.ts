import fc from 'fast-check';
import type { RemittanceClaim } from '@caseboard/x12';
import { ADJUSTMENT_GROUPS } from './adjustment.rules.ts';
import { CARC_WORDS } from './carc-words.ts';
import {
  mirrored,
  movementsOfClaim,
  movementsOfDecision,
  movementsOfLink,
  movementsOfPayment,
  movementsOfTakingBack,
  net,
  receivableOf,
} from './ledger.rules.ts';
import type { Movement } from './ledger.rules.ts';

const cas = fc.record({
  group: fc.constantFrom(...ADJUSTMENT_GROUPS),
  reason: fc.constantFrom(...Object.keys(CARC_WORDS)),
  cents: fc.integer({ min: -100_000, max: 100_000 }),
});
/** Any claim that adds up: CLP03 − Σ CAS = CLP04. */
const claim = fc
  .record({
    status: fc.constantFrom('1', '2', '3', '4', '19', '22', '23'),
    paidCents: fc.integer({ min: -500_000, max: 500_000 }),
    adjustments: fc.array(cas, { maxLength: 5 }),
    lines: fc.array(fc.record({ adjustments: fc.array(cas, { maxLength: 4 }) }), { maxLength: 4 }),
  })
  .map((one) => {
    const all = [one.adjustments, ...one.lines.map((line) => line.adjustments)].flat();
    return {
      ...one,
      chargeCents: one.paidCents + all.reduce((sum, { cents }) => sum + cents, 0),
    } as unknown as RemittanceClaim;
  });

/** Sent to the first payer, to later ones, or nobody knows which. */
const sent = fc.constantFrom('P', 'S', 'T', 'A', 'U').map((payerSequence) => ({ payerSequence }));
const FIRST = { payerSequence: 'P' };

const paidInFull = (cents: number) =>
  ({ status: '1', chargeCents: cents, paidCents: cents, adjustments: [], lines: [] }) as unknown as RemittanceClaim;

const total = (movements: readonly Movement[]) => movements.reduce((sum, { cents }) => sum + cents, 0);
const at = (movements: readonly Movement[], account: string) =>
  movements.find((one) => one.account === account)?.cents ?? 0;

describe('the ledger', () => {
  it('books every decision that adds up as movements that add up to zero', () => {
    fc.assert(
      fc.property(claim, fc.option(sent, { nil: undefined }), (one, decided) => {
        const movements = movementsOfDecision(one, decided);
        expect(total(movements)).toBe(0);
        expect(at(movements, 'remittance-clearing')).toBe(one.paidCents);
        expect(total([...movements, ...mirrored(movements)])).toBe(0);
        expect(net([...movements, ...mirrored(movements)])).toEqual([]);
      }),
    );
  });

  it('leaves nothing unapplied once the claim is found, and stands as if it had been known', () => {
    fc.assert(
      fc.property(claim, sent, (one, decided) => {
        const before = movementsOfDecision(one, undefined);
        const linked = net([...before, ...movementsOfLink(at(before, 'unapplied'), one.status, decided)]);
        expect(linked).toEqual(movementsOfDecision(one, decided));
      }),
    );
  });

  it('takes a later payer’s charge from what the first left over, whatever CLP02 says, and a forwarded claim’s too', () => {
    const from = (payerSequence: string, status: string) => receivableOf(status, { payerSequence });
    for (const status of ['1', '4', '19', '22']) {
      expect([status, from('P', status)]).toEqual([status, 'insurance-receivable']);
      expect([status, from('U', status)]).toEqual([status, 'insurance-receivable']);
      for (const later of ['S', 'T', 'A', 'H']) {
        expect([status, later, from(later, status)]).toEqual([status, later, 'coordination-of-benefits']);
      }
    }
    for (const status of ['2', '3', '20', '21']) expect(from('P', status)).toBe('coordination-of-benefits');
    expect(receivableOf('4', undefined)).toBe('unapplied');
  });

  it('clears what claims paid with the payment and PLB, which lowers it', () => {
    expect(movementsOfPayment(9_000, 1_000)).toEqual([
      { account: 'remittance-clearing', cents: -10_000 },
      { account: 'cash', cents: 9_000 },
      { account: 'provider-adjustment', cents: 1_000 },
    ]);
  });

  it('books revenue once however often a claim is replaced, and none once it is voided', () => {
    const chain = fc.record({
      charges: fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 5 }),
      isVoided: fc.boolean(),
      /** Claims of the chain that the payer paid in full; it takes back what it decided on those that are no more. */
      isDecided: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(chain, ({ charges, isVoided, isDecided }) => {
        const sent = charges.map((chargeCents) => movementsOfClaim({ chargeCents, isPrimary: true }));
        const last = sent.length - 1;
        const gone = sent.filter((_, at) => at < last || isVoided);
        const decisions = charges.map((cents, at) =>
          isDecided[at] ? movementsOfDecision(paidInFull(cents), FIRST) : [],
        );
        const reversals = decisions.filter((_, at) => at < last || isVoided).map(mirrored);
        const backs = gone.map(movementsOfTakingBack);
        const before = [...sent, ...decisions, ...backs].flat();
        const books = net([...before, ...reversals.flat()]);
        expect(total(books)).toBe(0);
        const owed = isVoided ? 0 : (charges[last] ?? 0);
        expect(at(books, 'revenue')).toBe(owed === 0 ? 0 : -owed);
        expect(at(books, 'insurance-receivable')).toBe(isDecided[last] ? 0 : owed);
        expect(at(books, 'remittance-clearing')).toBe(isDecided[last] ? owed : 0);
        // Until the payer reverses what it decided, those claims are in credit by their charges and no more.
        const credit = charges.reduce(
          (sum, cents, i) => (isDecided[i] && (i < last || isVoided) ? sum + cents : sum),
          0,
        );
        expect(at(net(before), 'insurance-receivable')).toBe((isDecided[last] && !isVoided ? 0 : owed) - credit);
      }),
    );
  });

  it('owes the charge when a claim goes to its first payer, and nothing more when it goes to the next', () => {
    expect(movementsOfClaim({ chargeCents: 500, isPrimary: true })).toEqual([
      { account: 'insurance-receivable', cents: 500 },
      { account: 'revenue', cents: -500 },
    ]);
    expect(movementsOfClaim({ chargeCents: 500, isPrimary: false })).toEqual([]);
  });
});
