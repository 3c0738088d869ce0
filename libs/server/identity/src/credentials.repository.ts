import type { Tx, UnitOfWork } from '@caseboard/server/kernel';

/** What an email could sign in to; one address may be known to several organisations. */
export interface Credential {
  orgId: string;
  userId: string;
  passwordHash: string;
}

const MOST_ACCOUNTS = 5;

/** Accounts of an email in every organisation, before anybody is known. */
export async function credentialsOf(uow: UnitOfWork, email: string): Promise<Credential[]> {
  const rows = await uow.across<{ org_id: string; user_id: string; password_hash: string }>(
    'sign-in',
    `SELECT org_id, user_id, password_hash FROM identity.credential WHERE email = $1 ORDER BY changed_at LIMIT ${MOST_ACCOUNTS}`,
    [email],
  );
  return rows.map((row) => ({ orgId: row.org_id, userId: row.user_id, passwordHash: row.password_hash }));
}

export async function hasPassword(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx.query('SELECT 1 FROM identity.credential WHERE org_id = $1 AND user_id = $2', [
    tx.orgId,
    userId,
  ]);
  return rows.length > 0;
}

export async function savePassword(tx: Tx, user: { id: string; email: string }, passwordHash: string): Promise<void> {
  await tx.execute(
    `INSERT INTO identity.credential (org_id, user_id, email, password_hash, changed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_id, user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
    [tx.orgId, user.id, user.email, passwordHash, tx.now],
  );
}
