import type { Tx } from '@caseboard/server/kernel';
import type { ClaimMaking } from './made-claim.types.ts';

/** Keeps what happened to a claim made here; called while the claim is held. */
export async function recordMaking(
  tx: Tx,
  claimId: string,
  making: Pick<ClaimMaking, 'act' | 'revision' | 'barriers' | 'chargeCents'>,
): Promise<void> {
  await tx.execute(
    `INSERT INTO billing.claim_making (org_id, claim_id, ordinal, at, actor, act, revision, barriers, charge_cents)
     SELECT $1, $2, coalesce(max(m.ordinal), 0) + 1, $3, $4, $5, $6, $7, $8 FROM billing.claim_making m
     WHERE m.org_id = $1 AND m.claim_id = $2`,
    [tx.orgId, claimId, tx.now, tx.actor, making.act, making.revision, making.barriers, making.chargeCents],
  );
}

/** A claim's history before it was sent, and of codes that changed after; at most 200 entries. */
export async function makingsOf(tx: Tx, claimId: string): Promise<ClaimMaking[]> {
  const rows = await tx.query<ClaimMaking & { chargeCents: string }>(
    `SELECT ordinal, at, actor, act, revision, barriers, charge_cents AS "chargeCents" FROM billing.claim_making
     WHERE org_id = $1 AND claim_id = $2 ORDER BY ordinal LIMIT 200`,
    [tx.orgId, claimId],
  );
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents) }));
}

/** Why a claim cannot be sent; none for claims that are ready, were sent, or came from elsewhere. */
export async function barriersOfClaim(tx: Tx, claimId: string): Promise<string[]> {
  const [build] = await tx.query<{ barriers: string[] }>(
    'SELECT barriers FROM billing.claim_build WHERE org_id = $1 AND claim_id = $2',
    [tx.orgId, claimId],
  );
  return build?.barriers ?? [];
}
