import type { AccountVisit, PatientAccount, PatientAccountSummary } from '@caseboard/contracts';
import { accountFiltersOf, isInView, mostOwedFirst } from './account-views.rules.ts';
import { whySentences } from './account-words.rules.ts';
import { checkPayment, paymentOf } from './payment-form.rules.ts';
import type { PaymentDraft } from './payment-form.rules.ts';
import { barOf, ladderOf } from './visit-ladder.rules.ts';

const account = (facts: Partial<PatientAccountSummary>): PatientAccountSummary => ({
  id: 'a',
  number: 'ACC-000001',
  state: 'patient-balance',
  patientId: 'p',
  patientName: 'José Álvarez Núñez',
  mrn: 'MRN77',
  balanceCents: 0,
  heldCents: 0,
  insuranceCents: 0,
  creditCents: 0,
  lastStatementOn: null,
  version: 1,
  ...facts,
});

const visit: AccountVisit = {
  claimId: 'c',
  claimNumber: 'CLM-000001',
  servedOn: '2026-06-03',
  payerName: 'Prairie Shield PPO',
  chargeCents: 482_000,
  insurerPaidCents: 191_200,
  adjustedCents: 213_400,
  withInsurerCents: 0,
  patientCents: 77_400,
  patientPaidCents: 15_000,
  owesCents: 62_400,
  parts: [
    {
      kind: 'deductible',
      words: 'Yearly deductible',
      cents: 77_400,
      from: 'Prairie Shield PPO',
      remittanceNumber: 'REM-000004',
      on: '2026-06-26',
    },
  ],
  heldBecause: null,
};

describe('accounts on the page', () => {
  it('are found by words of the name in any order, without accents, and by the beginning of a number', () => {
    const fits = (text: string) => isInView({ state: undefined, text }, account({}));
    expect(['nunez jose', 'ACC-0000', 'mrn7', 'jose smith', '%', '000001'].map(fits)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(accountFiltersOf({ state: 'nonsense', text: '  ' })).toEqual({ state: undefined, text: undefined });
  });

  it('stand with those that owe most first, as the server pages them', () => {
    const rows = [
      account({ id: 'a', balanceCents: 5 }),
      account({ id: 'b', balanceCents: 9 }),
      account({ id: 'c', balanceCents: 5 }),
    ];
    expect(mostOwedFirst(rows).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });
});

describe('the ladder of a visit', () => {
  it('goes from the charges to what is left, says who decided, and leaves out steps of zero', () => {
    const lines = ladderOf(visit);
    expect(lines.map(({ text, cents }) => [text, cents])).toEqual([
      ['Charges', 482_000],
      ['Insurance paid', -191_200],
      ['Contract discount', -213_400],
      ['Left to the patient', 77_400],
      ['Yearly deductible', 77_400],
      ['Patient paid', -15_000],
    ]);
    expect(lines[4]?.note).toBe('Prairie Shield PPO, REM-000004, 26 Jun 2026');
  });

  it('splits the charge without a rest', () => {
    expect(barOf(visit).reduce((sum, { cents }) => sum + cents, 0)).toBe(visit.chargeCents);
  });
});

describe('why a patient owes', () => {
  const whole = (facts: Partial<PatientAccount>): PatientAccount => ({
    ...account({ balanceCents: 62_400 }),
    visits: [visit],
    payments: [],
    statements: [],
    timeline: [],
    asOf: 1,
    ...facts,
  });

  it('is told in sentences: what insurance left and why, and what remains', () => {
    expect(whySentences(whole({}))).toEqual([
      'For the visit of 3 Jun 2026 insurance left $774.00: $774.00 yearly deductible.',
      'That leaves $624.00 to pay.',
    ]);
  });

  it('names what is on hold and asks nothing for it', () => {
    const held = { ...visit, heldBecause: 'A denial of the insurer is being worked on' };
    expect(whySentences(whole({ visits: [held], heldCents: 62_400 }))).toEqual([
      'The visit of 3 Jun 2026 is on hold: a denial of the insurer is being worked on. Nothing is asked for it now.',
      'That leaves $624.00, of which $624.00 is on hold.',
    ]);
  });
});

describe('a payment being written down', () => {
  const draft: PaymentDraft = {
    amount: '1,416.50',
    method: 'card',
    receivedOn: '2026-11-20',
    reference: ' 77102 ',
    claimId: '',
  };
  const wrong = (facts: Partial<PaymentDraft>) => Object.keys(checkPayment({ ...draft, ...facts }, '2026-11-24'));

  it('is read to the cent', () => {
    expect(wrong({})).toEqual([]);
    expect(paymentOf(draft)).toEqual({ cents: 141_650, method: 'card', receivedOn: '2026-11-20', reference: '77102' });
    expect(paymentOf({ ...draft, amount: '0.29', claimId: 'c' })).toMatchObject({ cents: 29, claimId: 'c' });
  });

  it('is refused in place when it is zero, no amount, too much, or of a day to come', () => {
    expect(['0', '0.00', '', 'ten', '1.005', '-5', '2000000'].map((amount) => wrong({ amount }))).toEqual(
      Array.from({ length: 7 }, () => ['amount']),
    );
    expect([wrong({ receivedOn: '2026-11-25' }), wrong({ receivedOn: '' })]).toEqual([['receivedOn'], ['receivedOn']]);
  });
});
