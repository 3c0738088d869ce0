import type { AccountState, AccountVisit, PatientAccount, PatientPayment } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';
import { formatMoney } from '@caseboard/web/ui';
import type { WorkState } from '@caseboard/web/ui';

/** States of an account as people read them. */
export const STATE_WORDS: Record<AccountState, string> = {
  'insurance-pending': 'With insurance',
  'patient-balance': 'Patient owes',
  'statement-1': 'Statement 1 sent',
  'statement-2': 'Statement 2 sent',
  'final-notice': 'Final notice sent',
  paid: 'Paid',
  'refund-due': 'Refund due',
};

const MARKS: Record<AccountState, WorkState> = {
  'insurance-pending': 'waiting',
  'patient-balance': 'open',
  'statement-1': 'working',
  'statement-2': 'working',
  'final-notice': 'blocked',
  paid: 'done',
  'refund-due': 'open',
};

/** The square of a state. */
export const stateMark = (state: AccountState): WorkState => MARKS[state];

/** How a payment came in. */
export const METHOD_WORDS: Record<PatientPayment['method'], string> = {
  card: 'Card',
  check: 'Check',
  cash: 'Cash',
  bank: 'Bank transfer',
  other: 'Other',
};

const dollars = (cents: number) => formatMoney(cents, 'dollars');

/** When a visit was, or that nobody knows. */
export const visitDay = ({ servedOn }: Pick<AccountVisit, 'servedOn'>): string =>
  servedOn === null ? 'No date' : plainDateWords(servedOn);

/**
 * Why the patient owes what they owe, in sentences a rep can say on the phone: what insurers left and why, what was
 * paid, what is on hold. The numbers are those of the account.
 */
export function whySentences({ visits, payments, balanceCents, heldCents, creditCents }: PatientAccount): string[] {
  const asked = visits.filter(({ heldBecause, patientCents }) => heldBecause === null && patientCents > 0);
  const paidCents = payments.reduce((sum, { cents, reversedAt }) => (reversedAt === null ? sum + cents : sum), 0);
  const held = visits.filter(({ heldBecause }) => heldBecause !== null);
  return [
    ...asked.map(visitSentence),
    ...(paidCents > 0 ? [`The patient has paid ${dollars(paidCents)}.`] : []),
    ...held.map(
      (visit) =>
        `The visit of ${visitDay(visit)} is on hold: ${lower(visit.heldBecause ?? '')}. Nothing is asked for it now.`,
    ),
    creditCents > 0 ? `${dollars(creditCents)} is credit of the patient.` : '',
    balanceCents === 0 ? 'Nothing is owed.' : owedSentence(balanceCents, heldCents),
  ].filter(Boolean);
}

function visitSentence(visit: AccountVisit): string {
  const parts = visit.parts.map(({ words, cents }) => `${dollars(cents)} ${lower(words)}`).join(', ');
  return `For the visit of ${visitDay(visit)} insurance left ${dollars(visit.patientCents)}: ${parts}.`;
}

const owedSentence = (balanceCents: number, heldCents: number): string =>
  heldCents === 0
    ? `That leaves ${dollars(balanceCents)} to pay.`
    : `That leaves ${dollars(balanceCents)}, of which ${dollars(heldCents)} is on hold.`;

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
