import type { Tx } from '@caseboard/server/kernel';
import { effectOfAdjustment } from './adjustment.rules.ts';
import type { AdjustmentGroup } from './adjustment.rules.ts';

/** What one decision left to the patient for one reason (PR group; domain 5 "effects"). */
export interface PatientPartPosted {
  claimId: string;
  decisionId: string;
  carc: string;
  cents: number;
  payerName: string;
  remittanceNumber: string;
  /** `YYYY-MM-DD`, day of the remittance. */
  decidedOn: string;
  postedAt: Date;
}

type Raw = Omit<PatientPartPosted, 'cents'> & { group: AdjustmentGroup; cents: string };

/**
 * Parts of the decisions that stand on these claims, in the order they were posted. A decision that was taken back and
 * its reversal cancel each other out and are left out as a pair; a reversal of a decision we never saw stays.
 */
export async function patientPartsOf(tx: Tx, claimIds: readonly string[]): Promise<PatientPartPosted[]> {
  const rows = await tx.query<Raw>(
    `SELECT d.claim_id AS "claimId", d.id AS "decisionId", a.group_code AS "group", a.carc, sum(a.cents) AS cents,
       p.name AS "payerName", r.number AS "remittanceNumber", r.paid_on::text AS "decidedOn", d.posted_at AS "postedAt"
     FROM unnest($2::uuid[]) AS asked(claim_id)
     CROSS JOIN LATERAL (SELECT * FROM billing.remittance_claim d WHERE d.org_id = $1 AND d.claim_id = asked.claim_id LIMIT 1000) d
     CROSS JOIN LATERAL (SELECT * FROM billing.adjustment a WHERE a.org_id = $1 AND a.remittance_claim_id = d.id LIMIT 10000) a
     JOIN billing.remittance r ON r.org_id = $1 AND r.id = d.remittance_id
     JOIN records.payer p ON p.org_id = $1 AND p.id = d.payer_id
     WHERE d.status <> '25' AND d.reversed_by_id IS NULL AND d.reverses_id IS NULL AND a.group_code IN ('PR', 'CR')
     GROUP BY d.claim_id, d.id, a.group_code, a.carc, p.name, r.number, r.paid_on, d.posted_at
     HAVING sum(a.cents) <> 0 ORDER BY d.id, min(a.id::text)`,
    [tx.orgId, claimIds],
  );
  return rows
    .filter(({ group, carc }) => effectOfAdjustment(group, carc) === 'patient')
    .map(({ group: _group, ...row }) => ({ ...row, cents: Number(row.cents) }));
}
