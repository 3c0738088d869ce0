import type { Tx } from '@caseboard/server/kernel';

const POSTING = 727_007;

/**
 * Begins a chunk. One of an organisation posts at a time, whatever file it comes from: else a claim and the
 * remittance that decides it, committing side by side, would each look for the other in vain and never be linked;
 * it also guards what decisions add up to. Every statement of a chunk asks for a few hundred keys, but the
 * statistics of tables that a first import fills are hours old: without sequential scans none can read all of them.
 */
export async function beginPosting(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1, hashtext($2)), set_config('enable_seqscan', 'off', true)", [
    POSTING,
    tx.orgId,
  ]);
}
