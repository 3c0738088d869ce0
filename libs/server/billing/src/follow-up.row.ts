import { channels } from '@caseboard/contracts';
import type { FollowUpCase } from '@caseboard/contracts';
import type { RowDefinition } from '@caseboard/server/kernel';
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
