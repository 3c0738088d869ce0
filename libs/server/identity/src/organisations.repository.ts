import type { Tx } from '@caseboard/server/kernel';

/** One hospital or practice; nothing of it is visible to another. */
export interface Organisation {
  id: string;
  /** Short name for command lines: `lakeside`. */
  key: string;
  name: string;
  /** IANA zone in which deadlines are counted and written. */
  timeZone: string;
}

/** The organisation of the transaction. */
export async function requireOrganisation(tx: Tx): Promise<Organisation> {
  const [row] = await tx.query<{ id: string; key: string; name: string; time_zone: string }>(
    'SELECT id, key, name, time_zone FROM identity.organisation WHERE org_id = $1',
    [tx.orgId],
  );
  if (!row) throw new Error('The transaction has no organisation.');
  return { id: row.id, key: row.key, name: row.name, timeZone: row.time_zone };
}

/** One change of people at a time in an organisation, so that two administrators cannot remove each other. */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.query('SELECT 1 FROM identity.organisation WHERE org_id = $1 FOR NO KEY UPDATE', [tx.orgId]);
}

/** Epoch of the organisation's event log. */
export async function epochOf(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ epoch: string }>('SELECT epoch FROM events.stream WHERE org_id = $1', [tx.orgId]);
  if (!row) throw new Error('The organisation has no event stream.');
  return row.epoch;
}

/** Writes the organisation of the transaction and starts its event log on this database's timeline. */
export async function insertOrganisation(tx: Tx, organisation: Omit<Organisation, 'id'>): Promise<void> {
  await tx.execute('INSERT INTO identity.organisation (org_id, key, name, time_zone) VALUES ($1, $2, $3, $4)', [
    tx.orgId,
    organisation.key,
    organisation.name,
    organisation.timeZone,
  ]);
  await tx.execute('INSERT INTO events.stream (org_id, timeline) SELECT $1, timeline_id FROM pg_control_checkpoint()', [
    tx.orgId,
  ]);
}
