import { channels } from '@caseboard/contracts';
import type { FollowUpCase } from '@caseboard/contracts';
import type { RowDefinition, Tx } from '@caseboard/server/kernel';
import type { FollowUpRow } from './follow-up.types.ts';
import { findFollowUps } from './follow-up-cases.repository.ts';

/** The card of a case; a row has more than leaves the server. */
export const asFollowUpCard = (row: FollowUpRow): FollowUpCase => ({
  id: row.id,
  number: row.number,
  stage: row.stage,
  claimId: row.claimId,
  claimNumber: row.claimNumber,
  controlNumber: row.controlNumber,
  patient: row.patient,
  payerId: row.payerId,
  payerName: row.payerName,
  facilityId: row.facilityId,
  amountCents: row.amountCents,
  silentSince: row.silentSince,
  callCount: row.callCount,
  lastContactAt: row.lastContactAt?.toISOString() ?? null,
  promisedOn: row.promisedOn,
  dueOn: row.dueOn,
  dueRule: row.dueRule,
  ownerId: row.ownerId,
  workItemId: row.itemId,
  workItemVersion: row.itemVersion,
  priority: row.priority,
  movedBy: row.movedBy,
  movedAt: row.movedAt?.toISOString() ?? null,
  version: row.version,
});

/** A case lives on the board and on its own channel for good; resolved is a column too. */
export const followUpRow: RowDefinition<FollowUpRow> = {
  kind: 'follow-up-case',
  channelsOf: (row) => [channels.board('follow-up'), channels.case('follow-up', row.id)],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = await findFollowUps(tx, ids);
    return new Map(rows.filter((row) => !row.isRestricted).map((row) => [row.id, asFollowUpCard(row)]));
  },
};

/** Moves a case between the column totals of the board. */
export function countFollowUp(tx: Tx, before: FollowUpRow | undefined, after: FollowUpRow): void {
  if (before?.stage === after.stage) return;
  const board = channels.board('follow-up');
  if (before) tx.count(board, `stage:${before.stage}`, { count: -1, cents: -before.amountCents });
  tx.count(board, `stage:${after.stage}`, { count: 1, cents: after.amountCents });
}
