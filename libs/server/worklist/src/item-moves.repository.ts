import type { Tx } from '@caseboard/server/kernel';
import type { ItemChange, ItemMove } from './work-item.types.ts';

/** Keeps what happened to items: every act but a mere rescoring. */
export async function recordMoves(tx: Tx, changes: readonly ItemChange[], reason?: string): Promise<void> {
  const kept = changes.filter((change) => change.act !== 'rescored');
  if (kept.length === 0) return;
  await tx.execute(
    `INSERT INTO worklist.item_move (org_id, item_id, version, at, actor, act, owner_id, previous_owner_id, reason)
     SELECT $1, m.item_id, m.version, $2, $3, m.act, m.owner_id, m.previous_owner_id, $4
     FROM unnest($5::uuid[], $6::int[], $7::text[], $8::uuid[], $9::uuid[]) AS m(item_id, version, act, owner_id, previous_owner_id)`,
    [
      tx.orgId,
      tx.now,
      tx.actor,
      reason ?? null,
      kept.map(({ after }) => after.id),
      kept.map(({ after }) => after.version),
      kept.map(({ act }) => act),
      kept.map(({ after }) => after.ownerId),
      kept.map(({ before }) => before?.ownerId ?? null),
    ],
  );
}

/** What happened to the item of a case, oldest first; at most 500 entries. */
export const movesOf = (tx: Tx, itemId: string): Promise<ItemMove[]> =>
  tx.query<ItemMove>(
    `SELECT m.version, m.at, m.actor, m.act, m.owner_id AS "ownerId", owner.name AS "ownerName",
       m.previous_owner_id AS "previousOwnerId", previous.name AS "previousOwnerName", m.reason
     FROM worklist.item_move m
     LEFT JOIN identity.user_account owner ON owner.org_id = m.org_id AND owner.id = m.owner_id
     LEFT JOIN identity.user_account previous ON previous.org_id = m.org_id AND previous.id = m.previous_owner_id
     WHERE m.org_id = $1 AND m.item_id = $2 ORDER BY m.version LIMIT 500`,
    [tx.orgId, itemId],
  );
