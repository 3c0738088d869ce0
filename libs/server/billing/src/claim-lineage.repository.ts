import type { Claim } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { WrittenClaim } from '@caseboard/x12';
import { replacingFrequency } from './claim-lineage.rules.ts';
import type { Lineage } from './claim-lineage.rules.ts';
import type { ClaimKind } from './claim-lines.rules.ts';
import type { MadeHead } from './made-claims.repository.ts';

type Raw = Pick<Lineage, 'payerId'> & {
  chargeCents: string;
  state: string | null;
  decided: string | null;
  said: string | null;
};

/**
 * What a claim made to replace (or, with `isVoid`, to void) another says of it. The payer's number is the one of the
 * decision that stands (835 CLP07), else the newest one an acknowledgement gave (277CA REF*1K).
 */
export async function lineageTo(tx: Tx, claimId: string, isVoid: boolean): Promise<Lineage> {
  const [row] = await tx.query<Raw>(
    `SELECT c.payer_id AS "payerId", c.charge_cents AS "chargeCents",
       CASE WHEN s.claim_id IS NULL THEN g.state END AS state,
       (SELECT d.payer_claim_number FROM billing.remittance_claim d WHERE d.org_id = c.org_id AND d.claim_id = c.id
          AND NOT d.is_reversal AND d.reversed_by_id IS NULL AND d.status <> '25' AND d.payer_claim_number <> ''
        ORDER BY d.id DESC LIMIT 1) AS decided,
       (SELECT a.payer_claim_number FROM billing.acknowledgement a WHERE a.org_id = c.org_id AND a.claim_id = c.id
          AND a.payer_claim_number <> '' ORDER BY a.received_at DESC, a.id DESC LIMIT 1) AS said
     FROM billing.claim c LEFT JOIN billing.claim_standing s ON s.org_id = c.org_id AND s.claim_id = c.id
     LEFT JOIN billing.claim_progress g ON g.org_id = c.org_id AND g.claim_id = c.id
     WHERE c.org_id = $1 AND c.id = $2`,
    [tx.orgId, claimId],
  );
  if (!row) throw new Error('The claim that another one follows is missing.');
  const frequency = isVoid ? '8' : replacingFrequency(row.state);
  const reference = frequency === '1' ? null : (row.decided ?? row.said);
  return { replacesId: claimId, frequency, reference, payerId: row.payerId, chargeCents: Number(row.chargeCents) };
}

/** How a claim made here is tied to others, and whether somebody has to decide about it. */
export async function tiesOf(
  tx: Tx,
  claimId: string,
): Promise<Pick<Claim, 'replacesId' | 'replacedById' | 'pendingDecision'>> {
  const [ties] = await tx.query<Pick<Claim, 'replacesId' | 'replacedById' | 'pendingDecision'>>(
    `SELECT c.replaces_id AS "replacesId", n.id AS "replacedById",
       b.late_revision IS NOT NULL AND b.late_revision IS DISTINCT FROM b.decided_revision AS "pendingDecision"
     FROM billing.claim c LEFT JOIN billing.claim n ON n.org_id = c.org_id AND n.replaces_id = c.id
     LEFT JOIN billing.claim_build b ON b.org_id = c.org_id AND b.claim_id = c.id WHERE c.org_id = $1 AND c.id = $2`,
    [tx.orgId, claimId],
  );
  return {
    replacesId: ties?.replacesId ?? null,
    replacedById: ties?.replacedById ?? null,
    pendingDecision: ties?.pendingDecision ?? false,
  };
}

/** What a sent claim said on the wire. */
export async function sentContent(tx: Tx, claimId: string): Promise<WrittenClaim> {
  const [build] = await tx.query<{ content: WrittenClaim | null }>(
    'SELECT content FROM billing.claim_build WHERE org_id = $1 AND claim_id = $2',
    [tx.orgId, claimId],
  );
  if (!build?.content) throw new Error('The content of a sent claim is missing.');
  return build.content;
}

/** What a claim made here says of its visit, for the void that repeats it. */
export async function sentHead(tx: Tx, claimId: string): Promise<Omit<MadeHead, 'revision'> & { kind: ClaimKind }> {
  const [head] = await tx.query<Omit<MadeHead, 'revision'> & { kind: ClaimKind }>(
    `SELECT c.kind, c.encounter_id AS "encounterId", c.payer_id AS "payerId", c.patient_id AS "patientId",
       c.member_id AS "memberId", c.facility_id AS "facilityId", c.service_from::text AS "serviceFrom",
       c.service_to::text AS "serviceTo"
     FROM billing.claim c WHERE c.org_id = $1 AND c.id = $2`,
    [tx.orgId, claimId],
  );
  if (!head) throw new Error('The claim to void is missing.');
  return head;
}
