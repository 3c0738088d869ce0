import { AppError } from '../errors/app-error.ts';
import type { Tx } from './tx.ts';

/** The scope of a key: one person, one route. */
export interface IdempotencyKey {
  userId: string;
  route: string;
  key: string;
  bodyHash: string;
}

/**
 * Claims a key for this transaction, or finds what was answered before. The same key in flight makes
 * the insert wait (lock_timeout 2 s) for the other transaction. Throws `request/key-reused` for another body.
 */
export async function claimKey(tx: Tx, wanted: IdempotencyKey): Promise<{ reply: unknown } | undefined> {
  const claimed = await tx.execute(
    `INSERT INTO kernel.idempotency (org_id, user_id, route, key, body_hash) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_id, user_id, route, key) DO NOTHING`,
    [tx.orgId, wanted.userId, wanted.route, wanted.key, wanted.bodyHash],
  );
  if (claimed === 1) return undefined;
  const [held] = await tx.query<{ body_hash: string; reply: unknown }>(
    'SELECT body_hash, reply FROM kernel.idempotency WHERE org_id = $1 AND user_id = $2 AND route = $3 AND key = $4',
    [tx.orgId, wanted.userId, wanted.route, wanted.key],
  );
  if (!held) throw new AppError('request/in-progress');
  if (held.body_hash !== wanted.bodyHash) throw new AppError('request/key-reused');
  return { reply: held.reply };
}

/** Keeps the answer beside the key for 24 hours. */
export async function storeReply(tx: Tx, wanted: IdempotencyKey, reply: unknown): Promise<void> {
  await tx.execute(
    'UPDATE kernel.idempotency SET reply = $5::jsonb WHERE org_id = $1 AND user_id = $2 AND route = $3 AND key = $4',
    [tx.orgId, wanted.userId, wanted.route, wanted.key, JSON.stringify(reply ?? null)],
  );
}
