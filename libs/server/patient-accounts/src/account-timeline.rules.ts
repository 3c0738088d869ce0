import type { TimelineEntry } from '@caseboard/contracts';
import type { PatientPartPosted } from '@caseboard/server/billing';
import { oldestFirst } from '@caseboard/server/kernel';
import type { AccountRow, PaymentRow, StatementRow } from './account.types.ts';
import { patientPartOf } from './patient-part.rules.ts';

/** Everything that happened to an account, to be told as one story. */
export interface AccountHistory {
  of: AccountRow;
  parts: readonly PatientPartPosted[];
  payments: readonly PaymentRow[];
  statements: readonly StatementRow[];
}

/** The account's story, oldest first: what decisions left to the patient, payments, statements. */
export const accountTimeline = ({ of, parts, payments, statements }: AccountHistory): TimelineEntry[] =>
  oldestFirst([
    entry('opened', 'opened', of.openedAt, 'The account was opened', { evidence: of.number }),
    ...[...Map.groupBy(parts, ({ decisionId }) => decisionId)].map(([id, own]) => decisionEntry(id, own)),
    ...payments.flatMap(paymentEntries),
    ...statements.map((one) =>
      entry(`statement:${one.id}`, 'statement', one.printedAt, 'A statement was printed', {
        evidence: one.number,
        amountCents: one.balanceCents,
        actor: one.printedBy,
      }),
    ),
  ]);

function decisionEntry(id: string, parts: readonly PatientPartPosted[]): TimelineEntry {
  const [first] = parts;
  const words = parts.map((part) => patientPartOf(part).words.toLowerCase()).join(', ');
  return entry(
    `decision:${id}`,
    'decision',
    first?.postedAt ?? new Date(0),
    `${first?.payerName ?? ''} left a part to the patient: ${words}`,
    {
      evidence: first?.remittanceNumber ?? null,
      amountCents: parts.reduce((sum, { cents }) => sum + cents, 0),
    },
  );
}

function paymentEntries({ id, number, cents, recordedAt, recordedBy, reversal }: PaymentRow): TimelineEntry[] {
  const paid = entry(`payment:${id}`, 'payment', recordedAt, 'The patient paid', {
    evidence: number,
    amountCents: -cents,
    actor: recordedBy,
  });
  if (!reversal) return [paid];
  const back = entry(
    `reversal:${id}`,
    'payment-reversed',
    reversal.at,
    `The payment was taken back: ${reversal.reason}`,
    {
      evidence: number,
      amountCents: cents,
      actor: reversal.by,
    },
  );
  return [paid, back];
}

const entry = (
  id: string,
  kind: string,
  at: Date,
  text: string,
  more: Partial<Pick<TimelineEntry, 'evidence' | 'amountCents' | 'actor'>>,
): TimelineEntry => ({
  id,
  at: at.toISOString(),
  kind,
  text,
  evidence: more.evidence ?? null,
  amountCents: more.amountCents ?? null,
  actor: more.actor ?? null,
});
