import type { Tx } from '@caseboard/server/kernel';

/** A person's name, whatever became of their account. */
export async function personName(tx: Tx, userId: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>(
    'SELECT name FROM identity.user_account WHERE org_id = $1 AND id = $2',
    [tx.orgId, userId],
  );
  return row?.name ?? '';
}

/** Is this person assigned to a gated facility? */
export async function isAssignedTo(tx: Tx, userId: string, facilityId: string): Promise<boolean> {
  const [row] = await tx.query(
    'SELECT 1 FROM identity.user_facility WHERE org_id = $1 AND user_id = $2 AND facility_id = $3',
    [tx.orgId, userId, facilityId],
  );
  return row !== undefined;
}
