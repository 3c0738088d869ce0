import type { Tx } from '@caseboard/server/kernel';

const POSTING = 727_007;

/**
 * One chunk of an organisation posts at a time, whatever file it comes from. Else a claim and the remittance that
 * decides it, committing side by side, would each look for the other in vain and never be linked.
 */
export async function lockPosting(tx: Tx): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [POSTING, tx.orgId]);
}
