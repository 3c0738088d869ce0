import type { AccountVisit, Statement, StatementDetail } from '@caseboard/contracts';
import { patientName } from '@caseboard/server/records';
import type { AccountRow, StatementRow } from './account.types.ts';
import type { StatementContent } from './statements.repository.ts';

/** Days a patient has to pay; [D], until plans come. */
export const DAYS_TO_PAY = 30;

const AID =
  'If you cannot pay all of it now, call us before the due date and ask for financial help or for a payment plan. Asking costs nothing.';
const DISPUTE =
  'If you think that something here is wrong, call or write to us before the due date. While we look at it, nothing is asked of you for that visit.';

/** Cents a statement asks for: what is owed and not held. */
export const askedCents = (visits: readonly AccountVisit[]): number =>
  visits.reduce((sum, visit) => (isAsked(visit) ? sum + visit.owesCents : sum), 0);

const isAsked = (visit: AccountVisit) => visit.heldBecause === null && visit.owesCents > 0;

/**
 * What the paper says (domain 9): per visit charges, insurer paid, adjustments, the patient's part by reason; how to
 * ask for help and how to dispute. Held visits are named and not asked for. No diagnosis, no notes.
 */
export function statementContent(
  account: AccountRow,
  organisationName: string,
  visits: readonly AccountVisit[],
): StatementContent {
  return {
    accountNumber: account.number,
    organisationName,
    patientName: patientName(account),
    mrn: account.mrn,
    visits: visits.filter(isAsked).map(({ claimId: _claimId, heldBecause: _heldBecause, ...visit }) => visit),
    held: visits.flatMap(({ claimNumber, servedOn, payerName, heldBecause }) =>
      heldBecause === null ? [] : [{ claimNumber, servedOn, payerName, because: heldBecause }],
    ),
    creditCents: account.creditCents,
    aid: AID,
    dispute: DISPUTE,
  };
}

/** A statement in a list. */
export const statementView = (row: StatementRow): Statement => ({
  id: row.id,
  number: row.number,
  asOf: row.asOf,
  printedAt: row.printedAt.toISOString(),
  printedBy: row.printedBy,
  dueOn: row.dueOn,
  balanceCents: row.balanceCents,
});

/** A statement opened. */
export const statementDetailView = (row: StatementRow & { content: StatementContent }): StatementDetail => ({
  ...statementView(row),
  accountId: row.accountId,
  ...row.content,
});
