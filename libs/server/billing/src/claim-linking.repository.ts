import type { Tx } from '@caseboard/server/kernel';
import { eachOf, unique } from './each-of.ts';

/** A decision on a claim nobody knew when it was posted. */
export interface UnmatchedDecision {
  id: string;
  remittanceId: string;
  controlNumber: string;
  payerId: string;
  status: string;
  chargeCents: number;
  paidCents: number;
  deniedCents: number;
}

const UNMATCHED = `SELECT d.id, d.remittance_id AS "remittanceId", d.control_number AS "controlNumber", d.payer_id AS "payerId", d.status,
    d.charge_cents AS "chargeCents", d.paid_cents AS "paidCents", d.denied_cents AS "deniedCents"
  FROM billing.remittance_claim d WHERE d.org_id = $1 AND d.control_number = asked.key AND d.claim_id IS NULL
    AND ($3::uuid IS NULL OR d.id > $3)`;

/** Decisions without a claim that name one of these control numbers, oldest first, `limit` at most after `after`. */
export async function unmatchedDecisions(
  tx: Tx,
  controlNumbers: readonly string[],
  { after, limit }: { after: string | undefined; limit: number },
): Promise<UnmatchedDecision[]> {
  const rows = await tx.query<Record<keyof UnmatchedDecision, string>>(
    `SELECT found.* FROM ${eachOf('$2::text[]', UNMATCHED)} ORDER BY found.id LIMIT $4`,
    [tx.orgId, unique(controlNumbers), after ?? null, limit],
  );
  return rows.map((row) => ({
    ...row,
    chargeCents: Number(row.chargeCents),
    paidCents: Number(row.paidCents),
    deniedCents: Number(row.deniedCents),
  }));
}

/** Gives decisions their claim, and with it the claim's facility where it has one. */
export async function linkDecisions(
  tx: Tx,
  links: readonly { decisionId: string; claimId: string; facilityId: string | null }[],
): Promise<void> {
  await tx.execute(
    `UPDATE billing.remittance_claim d SET claim_id = l.claim_id, facility_id = coalesce(l.facility_id, d.facility_id), linked_at = $5
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS l(id, claim_id, facility_id) WHERE d.org_id = $1 AND d.id = l.id`,
    [
      tx.orgId,
      links.map(({ decisionId }) => decisionId),
      links.map(({ claimId }) => claimId),
      links.map(({ facilityId }) => facilityId),
      tx.now,
    ],
  );
}
