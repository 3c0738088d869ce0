import fc from 'fast-check';
import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { aClaimFile } from '../test/a-claim-file.ts';
import { anEra, paidOf } from '../test/an-era.ts';
import type { EraClaim } from '../test/an-era.ts';
import { DirectRun } from '../test/direct-run.ts';
import { ClaimImport } from './claim-import.ts';
import { RemittanceImport } from './remittance-import.ts';

const NUMBERS = ['N1', 'N2', 'N3'];
const CHARGE = 10_000;

/** How a payer splits a charge: the rest is paid. */
const split = fc.record({
  number: fc.constantFrom(...NUMBERS),
  contractual: fc.nat(3000),
  patient: fc.nat(3000),
  denied: fc.constantFrom(0, 0, 2500, 4000),
});
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('claim' as const), number: fc.constantFrom(...NUMBERS) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('remittance' as const),
      /** A number takes back the decision that many places ago, if it stands; else it decides anew. */
      claims: fc.array(fc.oneof(split, fc.record({ takeBack: fc.nat(3) })), { minLength: 1, maxLength: 5 }),
      plb: fc.constantFrom(0, 0, 900, -350),
      death: fc.option(fc.record({ chunk: fc.integer({ min: 1, max: 3 }), isCommitted: fc.boolean() }), {
        nil: undefined,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('again' as const), which: fc.nat(5) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Decided {
  claim: EraClaim;
  isBack: boolean;
}

/** What must be true at the end, kept by plain sums beside the real thing. */
class Books {
  readonly eras: string[] = [];
  readonly claimed = new Set<string>();
  readonly decided: Decided[] = [];
  readonly all: EraClaim[] = [];
  plb = 0;

  /** The claims of the next remittance; reversals repeat an earlier decision with opposite signs. */
  claimsOf(wanted: Extract<Step, { act: 'remittance' }>['claims']): EraClaim[] {
    return wanted.map((one) => {
      const standing = this.decided.filter(({ isBack }) => !isBack);
      const target = 'takeBack' in one ? standing.at(-1 - one.takeBack) : undefined;
      const claim = target
        ? takenBack(target.claim)
        : decision(
            'takeBack' in one ? { number: 'N1', contractual: 100, patient: 0, denied: 0 } : one,
            this.all.length,
          );
      if (target) target.isBack = true;
      else this.decided.push({ claim, isBack: false });
      this.all.push(claim);
      return claim;
    });
  }

  sum(number: string, of: (claim: EraClaim) => number): number {
    return this.all.filter((claim) => claim.number === number).reduce((total, claim) => total + of(claim), 0);
  }

  ledger(number: string): Record<string, number> {
    const group = (name: string, carc: string) =>
      this.sum(number, (claim) =>
        (claim.adjustments ?? [])
          .filter(([g, c]) => g === name && c === carc)
          .reduce((total, [, , cents]) => total + cents, 0),
      );
    const charges = this.sum(number, (claim) => claim.chargeCents ?? 0);
    const isKnown = this.claimed.has(number);
    const accounts = {
      revenue: isKnown ? -CHARGE : 0,
      'insurance-receivable': isKnown ? CHARGE - charges : 0,
      unapplied: isKnown ? 0 : -charges,
      'remittance-clearing': this.sum(number, paidOf),
      'contractual-adjustment': group('CO', '45'),
      'patient-receivable': group('PR', '1'),
      'disputed-receivable': group('CO', '197'),
    };
    return Object.fromEntries(Object.entries(accounts).filter(([, cents]) => cents !== 0));
  }
}

/** Each decision carries its own payer number, so that a reversal names exactly one. */
const decision = (
  one: { number: string; contractual: number; patient: number; denied: number },
  at: number,
): EraClaim => ({
  number: one.number,
  payerNumber: `ICN${at}`,
  chargeCents: CHARGE,
  adjustments: [
    ['CO', '45', one.contractual],
    ['PR', '1', one.patient],
    ['CO', '197', one.denied],
  ],
});

const takenBack = (claim: EraClaim): EraClaim => ({
  ...claim,
  status: '22',
  chargeCents: -(claim.chargeCents ?? 0),
  paidCents: -paidOf(claim),
  adjustments: (claim.adjustments ?? []).map(([group, carc, cents]) => [group, carc, -cents] as const),
});

describe('any sequence of claims, remittances, reversals, repetitions and deaths', () => {
  let app: BillingApp;
  beforeAll(async () => {
    app = await billingApp();
  });
  afterAll(() => app.close());

  async function play(steps: readonly Step[]): Promise<{ books: Books; orgId: string }> {
    const where = await app.organisation(`p${Math.random().toString(36).slice(2)}`);
    const books = new Books();
    const run = async (text: string, death?: { chunk: number; isCommitted: boolean }) =>
      new DirectRun(where.orgId, await app.keep(text, where), text, death);
    for (const one of steps) {
      if (one.act === 'claim') {
        books.claimed.add(one.number);
        const text = aClaimFile([{ number: one.number, lines: [{ procedure: '99213', chargeCents: CHARGE }] }]);
        await (await run(text)).toTheEnd(app.get(ClaimImport));
      } else if (one.act === 'remittance') {
        const text = anEra({
          trace: `T${books.eras.length}`,
          claims: books.claimsOf(one.claims),
          plb: one.plb === 0 ? [] : [['WO', 'X', one.plb]],
        });
        books.plb += one.plb;
        books.eras.push(text);
        await (await run(text, one.death)).toTheEnd(app.get(RemittanceImport));
      } else {
        const text = books.eras.at(-1 - one.which);
        const verdict =
          text && (await (await run(text.replace('*261120*', '*261121*'))).toTheEnd(app.get(RemittanceImport)));
        if (verdict) expect(verdict.duplicateOf).toEqual(expect.any(String));
      }
    }
    return { books, orgId: where.orgId };
  }

  it('keeps the books true: every batch adds up, each claim says what its remittances say, nothing counts twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
        const { books, orgId } = await play(steps);
        expect(
          await app.sql(
            `SELECT batch_id FROM billing.ledger_entry WHERE org_id = '${orgId}' GROUP BY batch_id HAVING sum(debit_cents) <> sum(credit_cents)`,
          ),
        ).toEqual([]);
        for (const number of NUMBERS)
          expect([number, await ledgerOf(orgId, number)]).toEqual([number, books.ledger(number)]);
        expect(await countersOf(orgId)).toEqual(expectedCounters(books));
        expect(await totalsOf(orgId)).toEqual(
          NUMBERS.filter((number) => books.claimed.has(number)).map((number) => [
            number,
            books.sum(number, paidOf),
            books.ledger(number)['disputed-receivable'] ?? 0,
          ]),
        );
      }),
      { numRuns: 40, endOnFailure: false },
    );
  }, 120_000);

  const ledgerOf = async (orgId: string, number: string) => {
    const rows = await app.sql<{ account: string; cents: number }>(
      `SELECT e.account, sum(e.debit_cents - e.credit_cents)::int AS cents FROM billing.ledger_entry e
       LEFT JOIN billing.claim c ON c.id = e.claim_id LEFT JOIN billing.remittance_claim d ON d.id = e.remittance_claim_id
       WHERE e.org_id = '${orgId}' AND coalesce(c.control_number, d.control_number) = '${number}' GROUP BY 1 HAVING sum(e.debit_cents - e.credit_cents) <> 0`,
    );
    return Object.fromEntries(rows.map(({ account, cents }) => [account, cents]));
  };
  const countersOf = async (orgId: string) => {
    const [row] = await app.sql(
      `SELECT (SELECT count(*)::int FROM billing.remittance r WHERE r.org_id = o.id AND r.state = 'posted' AND r.claims = r.claims_posted) AS remittances,
         (SELECT coalesce(sum(r.claims_posted), 0)::int FROM billing.remittance r WHERE r.org_id = o.id) AS claims,
         (SELECT coalesce(sum(r.denials), 0)::int FROM billing.remittance r WHERE r.org_id = o.id) AS denials,
         (SELECT count(*)::int FROM events.event e WHERE e.org_id = o.id AND e.name = 'billing.claim-adjudicated') AS told,
         (SELECT coalesce(sum(e.debit_cents - e.credit_cents), 0)::int FROM billing.ledger_entry e WHERE e.org_id = o.id AND e.account = 'remittance-clearing') AS clearing,
         (SELECT coalesce(sum(e.debit_cents - e.credit_cents), 0)::int FROM billing.ledger_entry e WHERE e.org_id = o.id AND e.account = 'cash') AS cash
       FROM (SELECT '${orgId}'::uuid AS id) o`,
    );
    return row;
  };
  const expectedCounters = (books: Books) => ({
    remittances: books.eras.length,
    claims: books.all.length,
    denials: books.all.filter((claim) =>
      (claim.adjustments ?? []).some(([, carc, cents]) => carc === '197' && cents > 0),
    ).length,
    told: books.all.length,
    clearing: 0,
    cash: books.all.reduce((sum, claim) => sum + paidOf(claim), 0) - books.plb,
  });
  const totalsOf = async (orgId: string) =>
    (
      await app.sql<{ number: string; paid: number; denied: number }>(
        `SELECT c.control_number AS number, coalesce(s.paid_cents, 0)::int AS paid, coalesce(s.denied_cents, 0)::int AS denied
         FROM billing.claim c LEFT JOIN billing.claim_standing s ON s.org_id = c.org_id AND s.claim_id = c.id WHERE c.org_id = '${orgId}' ORDER BY 1`,
      )
    ).map(({ number, paid, denied }) => [number, paid, denied]);
});
