import fc from 'fast-check';
import type { PatientPayment } from '@caseboard/contracts';
import { DenialCaseMoved, DenialCaseOpened } from '@caseboard/contracts';
import { v7 as uuidv7 } from 'uuid';
import { accountStory } from '../test/account-story.ts';
import type { AccountStory } from '../test/account-story.ts';
import { takenBack } from '../test/files.ts';
import type { Decided } from '../test/files.ts';

const NUMBERS = ['N1', 'N2', 'N3'];
const CHARGE = 10_000;
const number = fc.constantFrom(...NUMBERS);

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('claim' as const), number }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('second-claim' as const), number }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('decision' as const),
      number,
      discount: fc.nat(3000),
      deductible: fc.nat(2000),
      copay: fc.nat(2000),
      denied: fc.constantFrom(0, 0, 2500),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('second-decision' as const),
      number,
      /** Under the number of the claim to the second payer, else under the first one's, as after a crossover. */
      isOnOwnClaim: fc.boolean(),
      prior: fc.nat(8000),
      discount: fc.nat(1000),
      coinsurance: fc.nat(1000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('take-back' as const), which: fc.nat(3) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('payment' as const),
      cents: fc.integer({ min: 1, max: 5000 }),
      named: fc.option(fc.nat(2), { nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('payment-back' as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('denial' as const), named: fc.nat(2), isOver: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What the people of the story did, kept beside the real thing. */
interface Played {
  standing: Decided[];
  /** Numbers of the claims that are on record. */
  claimed: Set<string>;
  /** Payments that were not taken back. */
  payments: PatientPayment[];
}

/**
 * Domain 2.6, 5 and 9: whatever claims, decisions of first and second payers, reversals, links, payments and their reversals come in whatever order,
 * the books balance to the cent, and accounts say what the ledger says. Seeded faults, each red: a payment that settles
 * one cent more than a visit owes, a batch of the ledger that skips its first movement, a later payer's decision that
 * leaves the first one's part with the patient.
 */
describe('the books of patients', () => {
  const story = accountStory();

  it('balance to the cent after any sequence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        await story.begin();
        const played = await play(story, steps);
        const patient = NUMBERS.reduce((sum, one) => sum + partOfVisit(played, one), 0);
        const paid = played.payments.reduce((sum, { cents }) => sum + cents, 0);
        const [account] = await story.rep.accounts();
        expect(await unbalanced(story)).toEqual([]);
        expect((account?.balanceCents ?? 0) - (account?.creditCents ?? 0)).toBe(patient - paid);
        await agrees(story);
        const ledger = await ledgerOf(story);
        const unknown = played.standing
          .filter((one) => !played.claimed.has(one.number))
          .reduce((sum, { adjustments = [] }) => sum + shareOf(adjustments), 0);
        expect(ledger['patient-receivable'] ?? 0).toBe((account?.balanceCents ?? 0) + unknown);
        expect(ledger['patient-credit'] ?? 0).toBe(0 - (account?.creditCents ?? 0));
        expect(Object.values(ledger).reduce((sum, cents) => sum + cents, 0)).toBe(0);
      }),
      { numRuns: 25, endOnFailure: false },
    );
  }, 240_000);
});

const shareOf = (adjustments: NonNullable<Decided['adjustments']>) =>
  adjustments.reduce((sum, [group, , cents]) => (group === 'PR' ? sum + cents : sum), 0);

/** What the payer that decided last left to the patient, of decisions whose claim is on record. */
function partOfVisit({ standing, claimed }: Played, one: string): number {
  const known = standing.filter((decided) => claimed.has(decided.number) && decided.number.startsWith(one));
  const second = known.filter(({ status }) => status === '2');
  return (second.length > 0 ? second : known).reduce((sum, { adjustments = [] }) => sum + shareOf(adjustments), 0);
}

/** Every visit adds up, its parts are its patient's part, and the account is the sum of its visits. */
async function agrees(story: AccountStory): Promise<void> {
  const [summary] = await story.rep.accounts();
  if (!summary) return;
  const account = await story.rep.theAccount();
  for (const visit of account.visits) {
    const { chargeCents, insurerPaidCents, adjustedCents, withInsurerCents, patientCents, patientPaidCents } = visit;
    expect(chargeCents - insurerPaidCents - adjustedCents - withInsurerCents).toBe(patientCents);
    expect(visit.parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(patientCents);
    expect(visit.owesCents).toBe(patientCents - patientPaidCents);
    expect(visit.owesCents).toBeGreaterThanOrEqual(0);
  }
  const sum = (of: (visit: (typeof account.visits)[number]) => number) =>
    account.visits.reduce((total, visit) => total + of(visit), 0);
  expect(account.balanceCents).toBe(sum(({ owesCents }) => owesCents));
  expect(account.heldCents).toBe(sum(({ owesCents, heldBecause }) => (heldBecause === null ? 0 : owesCents)));
  expect(account.insuranceCents).toBe(sum(({ withInsurerCents }) => withInsurerCents));
  expect(account.creditCents).toBe(account.payments.reduce((total, { unappliedCents }) => total + unappliedCents, 0));
}

async function play(story: AccountStory, steps: readonly Step[]): Promise<Played> {
  const played: Played = { standing: [], claimed: new Set(), payments: [] };
  for (const [at, one] of steps.entries()) await playOne(story, played, one, at);
  return played;
}

async function playOne(story: AccountStory, played: Played, one: Step, at: number): Promise<void> {
  const [account] = await story.rep.accounts();
  if (one.act === 'claim' && !played.claimed.has(one.number)) {
    played.claimed.add(one.number);
    await story.claims({ number: one.number, chargeCents: CHARGE, servedOn: dayOf(one.number) });
  }
  if (one.act === 'second-claim' && !played.claimed.has(secondOf(one.number))) {
    played.claimed.add(secondOf(one.number));
    const number = secondOf(one.number);
    await story.claims({ number, chargeCents: CHARGE, sequence: 'S', servedOn: dayOf(one.number) });
  }
  if (one.act === 'decision' || one.act === 'second-decision') {
    const decided = one.act === 'decision' ? decision(one, at) : secondDecision(one, at);
    played.standing.push(decided);
    await story.decisions(decided);
  }
  if (one.act === 'take-back') {
    const [back] = played.standing.splice(played.standing.length - 1 - one.which, 1);
    if (back) await story.decisions(takenBack(back));
  }
  if (!account) return;
  const visits = (await story.rep.theAccount()).visits;
  if (one.act === 'payment') {
    const claimId = one.named === undefined ? undefined : visits[one.named]?.claimId;
    const { status, body } = await story.pay(account.id, one.cents, claimId === undefined ? {} : { claimId });
    expect(status).toBe(201);
    played.payments.push(body as PatientPayment);
  }
  if (one.act === 'payment-back') {
    const [back] = played.payments.splice(played.payments.length - 1 - one.which, 1);
    if (back) await story.rep.post(`/patient-payments/${back.id}/reversal`, { reason: 'taken back' });
  }
  if (one.act === 'denial') {
    const caseId = uuidv7();
    await story.denial(DenialCaseOpened, {
      caseId,
      remittanceId: uuidv7(),
      claimId: visits[one.named]?.claimId ?? null,
    });
    if (one.isOver) await story.denial(DenialCaseMoved, { caseId, from: 'new', to: 'closed' });
  }
}

/** Each decision carries its own payer number, so that a reversal names exactly one. */
const decision = (one: Extract<Step, { act: 'decision' }>, at: number): Decided => ({
  number: one.number,
  payerNumber: `ICN${at}`,
  chargeCents: CHARGE,
  adjustments: (
    [
      ['CO', '45', one.discount],
      ['PR', '1', one.deductible],
      ['PR', '3', one.copay],
      ['CO', '197', one.denied],
    ] as const
  ).filter(([, , cents]) => cents > 0),
});

const secondOf = (one: string): string => `${one}B`;
const dayOf = (one: string): string => `2026100${NUMBERS.indexOf(one) + 1}`;

const secondDecision = (one: Extract<Step, { act: 'second-decision' }>, at: number): Decided => ({
  number: one.isOnOwnClaim ? secondOf(one.number) : one.number,
  status: '2',
  payerNumber: `ICN${at}`,
  chargeCents: CHARGE,
  adjustments: (
    [
      ['OA', '23', one.prior],
      ['CO', '45', one.discount],
      ['PR', '2', one.coinsurance],
    ] as const
  ).filter(([, , cents]) => cents > 0),
});

const unbalanced = (story: AccountStory) =>
  story.app.sql(
    `SELECT batch_id FROM billing.ledger_entry WHERE org_id = '${story.hospital.orgId}' GROUP BY batch_id HAVING sum(debit_cents) <> sum(credit_cents)`,
  );

async function ledgerOf(story: AccountStory): Promise<Record<string, number>> {
  const rows = await story.app.sql<{ account: string; cents: number }>(
    `SELECT account, sum(debit_cents - credit_cents)::int AS cents FROM billing.ledger_entry WHERE org_id = '${story.hospital.orgId}' GROUP BY account`,
  );
  return Object.fromEntries(rows.map(({ account, cents }) => [account, cents]));
}
