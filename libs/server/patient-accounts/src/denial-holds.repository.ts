import type { Tx } from '@caseboard/server/kernel';

/** What an event of denials says of a case; absent stays as it was. */
export interface HoldChange {
  caseId: string;
  claimId?: string | null;
  isOpen?: boolean;
}

/** Keeps what is known of a denial case; the claim it is on comes back. */
export async function keepHold(tx: Tx, { caseId, claimId, isOpen }: HoldChange): Promise<string | null> {
  const [row] = await tx.query<{ claimId: string | null }>(
    `INSERT INTO patient_accounts.denial_hold AS h (org_id, case_id, claim_id, is_open) VALUES ($1, $2, $3, coalesce($4, true))
     ON CONFLICT (org_id, case_id) DO UPDATE SET claim_id = coalesce($3, h.claim_id), is_open = coalesce($4, h.is_open)
     RETURNING claim_id AS "claimId"`,
    [tx.orgId, caseId, claimId ?? null, isOpen ?? null],
  );
  return row?.claimId ?? null;
}

/** Those of these claims on which a denial case is open. */
export async function claimsOnHold(tx: Tx, claimIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'SELECT DISTINCT claim_id AS id FROM patient_accounts.denial_hold WHERE org_id = $1 AND is_open AND claim_id = ANY($2::uuid[])',
    [tx.orgId, claimIds],
  );
  return new Set(rows.map((row) => row.id));
}
