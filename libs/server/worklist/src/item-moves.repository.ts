import type { Tx } from '@caseboard/server/kernel';
import type { ItemAct, ItemChange, ItemMove } from './work-item.types.ts';

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
export async function movesOf(tx: Tx, itemId: string): Promise<ItemMove[]> {
  const rows = await tx.query<{
    version: number;
    at: Date;
    actor: string;
    act: ItemAct;
    owner_id: string | null;
    previous_owner_id: string | null;
    reason: string | null;
  }>(
    `SELECT version, at, actor, act, owner_id, previous_owner_id, reason FROM worklist.item_move
     WHERE org_id = $1 AND item_id = $2 ORDER BY version LIMIT 500`,
    [tx.orgId, itemId],
  );
  return rows.map(({ owner_id, previous_owner_id, ...row }) => ({
    ...row,
    ownerId: owner_id,
    previousOwnerId: previous_owner_id,
  }));
}
