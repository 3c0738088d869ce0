import type { Tx, UnitOfWork } from '@caseboard/server/kernel';

export type LinkKind = 'invitation' | 'reset';

/** A link that still works. */
export interface OpenLink {
  orgId: string;
  id: string;
  userId: string;
}

/** Writes a link and makes the person's earlier ones worthless. */
export async function insertLink(
  tx: Tx,
  link: { id: string; userId: string; kind: LinkKind; tokenHash: string; expiresAt: Date },
): Promise<void> {
  await dropLinks(tx, link.userId);
  await tx.execute(
    `INSERT INTO identity.link (org_id, id, user_id, kind, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [tx.orgId, link.id, link.userId, link.kind, link.tokenHash, link.expiresAt],
  );
}

/** The unused link of a token, in whatever organisation it is. */
export async function findOpenLink(uow: UnitOfWork, tokenHash: string, now: Date): Promise<OpenLink | undefined> {
  const [row] = await uow.across<{ org_id: string; id: string; user_id: string }>(
    'link',
    'SELECT org_id, id, user_id FROM identity.link WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2',
    [tokenHash, now],
  );
  return row && { orgId: row.org_id, id: row.id, userId: row.user_id };
}

/** Uses a link up; false when somebody was first or its time ran out. */
export async function useLink(tx: Tx, id: string): Promise<boolean> {
  const used = await tx.execute(
    'UPDATE identity.link SET used_at = $3 WHERE org_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3',
    [tx.orgId, id, tx.now],
  );
  return used === 1;
}

/** Removes a person's links that nobody used. */
export async function dropLinks(tx: Tx, userId: string): Promise<void> {
  await tx.execute('DELETE FROM identity.link WHERE org_id = $1 AND user_id = $2 AND used_at IS NULL', [
    tx.orgId,
    userId,
  ]);
}
