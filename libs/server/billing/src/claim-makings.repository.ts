import type { Tx } from '@caseboard/server/kernel';
import type { ClaimMaking } from './made-claim.types.ts';

/** Keeps what happened to a claim made here; called while the claim is held. */
export async function recordMaking(
  tx: Tx,
  claimId: string,
  making: Pick<ClaimMaking, 'act' | 'revision' | 'barriers' | 'chargeCents'> & {
    note?: string | undefined;
    otherClaimId?: string | undefined;
  },
): Promise<void> {
  await tx.execute(
    `INSERT INTO billing.claim_making (org_id, claim_id, ordinal, at, actor, act, revision, barriers, charge_cents, note, other_claim_id)
     SELECT $1, $2, coalesce(max(m.ordinal), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 FROM billing.claim_making m
     WHERE m.org_id = $1 AND m.claim_id = $2`,
    [
      ...[tx.orgId, claimId, tx.now, tx.actor, making.act, making.revision, making.barriers, making.chargeCents],
      ...[making.note ?? null, making.otherClaimId ?? null],
    ],
  );
}

/** A claim's history before it was sent, and of codes that changed after; at most 200 entries. */
export async function makingsOf(tx: Tx, claimId: string): Promise<ClaimMaking[]> {
  const rows = await tx.query<ClaimMaking & { chargeCents: string }>(
    `SELECT m.ordinal, m.at, m.actor, m.act, m.revision, m.barriers, m.charge_cents AS "chargeCents", m.note,
       o.number AS "otherNumber"
     FROM billing.claim_making m LEFT JOIN billing.claim o ON o.org_id = m.org_id AND o.id = m.other_claim_id
     WHERE m.org_id = $1 AND m.claim_id = $2 ORDER BY m.ordinal LIMIT 200`,
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
