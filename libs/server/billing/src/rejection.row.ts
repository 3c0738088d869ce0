import { channels } from '@caseboard/contracts';
import type { RejectionCase } from '@caseboard/contracts';
import type { Principal, RowDefinition, Tx } from '@caseboard/server/kernel';
import type { ThreadSubject } from '@caseboard/server/threads';
import { canSee } from '@caseboard/server/worklist';
import type { RejectionRow } from './rejection.types.ts';
import { findRejections } from './rejections.repository.ts';

/** A rejection as it leaves the server; a row has more. */
export const asRejection = (row: RejectionRow): RejectionCase => ({
  id: row.id,
  number: row.number,
  state: row.state,
  claimId: row.claimId,
  claimNumber: row.claimNumber,
  controlNumber: row.controlNumber,
  patient: row.patient,
  payerName: row.payerName,
  facilityId: row.facilityId,
  source: row.source,
  statuses: row.statuses,
  chargeCents: row.chargeCents,
  rejectedOn: row.rejectedOn,
  dueOn: row.dueOn,
  dueRule: row.dueRule,
  resolution: row.resolution,
  resolvedBy: row.resolvedBy,
  resolvedAt: row.resolvedAt?.toISOString() ?? null,
  ownerId: row.ownerId,
  workItemId: row.itemId,
  workItemVersion: row.itemVersion,
  version: row.version,
});

/** A rejection is on its own channel; its queue shows the work item. */
export const rejectionRow: RowDefinition<Pick<RejectionRow, 'id' | 'isRestricted'>> = {
  kind: 'rejection-case',
  channelsOf: (row) => [channels.case('rejection', row.id)],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = await findRejections(tx, ids);
    return new Map(rows.filter((row) => !row.isRestricted).map((row) => [row.id, asRejection(row)]));
  },
};

/** A rejection the person may see; undefined when missing or not theirs to see. */
export async function visibleRejection(tx: Tx, principal: Principal, id: string): Promise<RejectionRow | undefined> {
  const [found] = await findRejections(tx, [id]);
  return found && canSee(principal, found) ? found : undefined;
}

/** May this person follow a rejection's own channel? */
export async function admitsToRejection(tx: Tx, principal: Principal, id: string): Promise<boolean> {
  return /^[0-9a-f-]{36}$/.test(id) && (await visibleRejection(tx, principal, id)) !== undefined;
}

/** People talk about a claim that came back. */
export const rejectionSubject: ThreadSubject = {
  subjectType: 'rejection',
  permission: 'billing.rejection.read',
  describe: async (tx, id) => {
    const [found] = await findRejections(tx, [id]);
    if (!found) return undefined;
    const { number, patient, facilityId, isRestricted } = found;
    return { number, patient, facilityId, isRestricted, href: `/rejections/${id}` };
  },
  admits: admitsToRejection,
};
