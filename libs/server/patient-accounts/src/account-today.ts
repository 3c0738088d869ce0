import type { Tx } from '@caseboard/server/kernel';

/** The day it is at the hospital, `YYYY-MM-DD`. */
export async function todayOf(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ timeZone: string }>(
    'SELECT time_zone AS "timeZone" FROM identity.organisation WHERE org_id = $1',
    [tx.orgId],
  );
  return new Intl.DateTimeFormat('en-CA', { timeZone: row?.timeZone ?? 'UTC' }).format(tx.now);
}
