import { channels } from '@caseboard/contracts';
import type { ClaimSummary } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowDefinition, RowEffect, Tx } from '@caseboard/server/kernel';
import { gatedFacilities } from './billing.access.ts';
import { claimsByIds } from './claim-reads.repository.ts';
import type { StoredClaim } from './claim-reads.repository.ts';

/** What says where a claim is shown. */
export interface ClaimPresence {
  id: string;
  isRestricted: boolean;
}

/** The line of a list; the stored claim has more than leaves the server. */
export const asClaimSummary = (claim: StoredClaim): ClaimSummary => ({
  id: claim.id,
  number: claim.number,
  controlNumber: claim.controlNumber,
  kind: claim.kind,
  state: claim.state,
  patientName: claim.patientName,
  payerId: claim.payerId,
  payerName: claim.payerName,
  chargeCents: claim.chargeCents,
  paidCents: claim.paidCents,
  serviceFrom: claim.serviceFrom,
  origin: claim.origin,
  encounterId: claim.encounterId,
  sentAt: claim.sentAt,
});

/** Every claim is on the list of claims and on its own channel for good. */
export const claimRow: RowDefinition<ClaimPresence> = {
  kind: 'claim',
  channelsOf: (row) => [channels.claims(), channels.case('claim', row.id)],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = await claimsByIds(tx, ids, await gatedFacilities(tx));
    return new Map([...rows].map(([id, row]) => [id, asClaimSummary(row)]));
  },
};

/** Shows a claim again; `isNew` when it was not there before. */
export const claimShown = (row: ClaimPresence, isNew = false): RowEffect =>
  effectOf(claimRow, isNew ? undefined : row, row);

/** Shows claims again, by id; facilities are looked up. */
export async function claimsShown(tx: Tx, claimIds: readonly string[]): Promise<Map<string, RowEffect>> {
  if (claimIds.length === 0) return new Map();
  const rows = await tx.query<ClaimPresence>(
    `SELECT c.id, coalesce(f.is_gated, false) AS "isRestricted" FROM billing.claim c
     LEFT JOIN identity.facility f ON f.org_id = c.org_id AND f.id = c.facility_id
     WHERE c.org_id = $1 AND c.id = ANY($2::uuid[])`,
    [tx.orgId, [...new Set(claimIds)]],
  );
  return new Map(rows.map((row) => [row.id, claimShown(row)]));
}
