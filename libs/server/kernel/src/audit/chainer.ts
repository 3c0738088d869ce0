import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** One link of an organisation's chain: its hash covers the entry and the link before it. */
export interface Link {
  n: number;
  entryId: string;
  prevHash: string;
  hash: string;
}

export interface EntryRow {
  org_id: string;
  id: string;
  at: Date;
  actor: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  result: string;
  trace_id: string;
  details: unknown;
}

export const GENESIS = '0'.repeat(64);
const BATCH = 2000;

/** SHA-256 over the previous hash and every field of the entry, in a fixed order. */
export function linkHash(prevHash: string, n: number, entry: EntryRow): string {
  const fields = [
    entry.org_id,
    entry.id,
    entry.at.toISOString(),
    entry.actor,
    entry.action,
    entry.subject_kind,
    entry.subject_id,
    entry.result,
    entry.trace_id,
    entry.details,
  ];
  return createHash('sha256')
    .update(`${prevHash}\n${n}\n${JSON.stringify(fields)}`)
    .digest('hex');
}

/**
 * Links what is unlinked, in entry order, under one lock per organisation. Runs as the chainer's role, which
 * alone may read and link. Returns how many were linked.
 */
export async function chain(client: Client, orgId: string): Promise<number> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 22))', [`audit:${orgId}`]);
    const entries = await takeUnlinked(client, orgId);
    if (entries.length > 0) await insertLinks(client, orgId, linksFrom(await lastLink(client, orgId), entries));
    await client.query('COMMIT');
    return entries.length;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Organisations that have something to link. */
export async function organisationsToChain(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ org_id: string }>('SELECT DISTINCT org_id FROM audit.unlinked');
  return rows.map((row) => row.org_id);
}

async function takeUnlinked(client: Client, orgId: string): Promise<EntryRow[]> {
  const { rows } = await client.query<EntryRow>(
    `WITH taken AS (
       DELETE FROM audit.unlinked u USING (
         SELECT entry_id FROM audit.unlinked WHERE org_id = $1 ORDER BY entry_id LIMIT ${BATCH}
       ) next WHERE u.org_id = $1 AND u.entry_id = next.entry_id RETURNING u.entry_id
     )
     SELECT e.* FROM taken JOIN audit.entry e ON e.org_id = $1 AND e.id = taken.entry_id ORDER BY e.id`,
    [orgId],
  );
  return rows;
}

async function lastLink(client: Client, orgId: string): Promise<{ n: number; hash: string }> {
  const { rows } = await client.query<{ n: string; hash: string }>(
    'SELECT n, hash FROM audit.link WHERE org_id = $1 ORDER BY n DESC LIMIT 1',
    [orgId],
  );
  return rows[0] ? { n: Number(rows[0].n), hash: rows[0].hash } : { n: 0, hash: GENESIS };
}

function linksFrom(last: { n: number; hash: string }, entries: EntryRow[]): Link[] {
  let prevHash = last.hash;
  return entries.map((entry, index) => {
    const n = last.n + index + 1;
    const link = { n, entryId: entry.id, prevHash, hash: linkHash(prevHash, n, entry) };
    prevHash = link.hash;
    return link;
  });
}

async function insertLinks(client: Client, orgId: string, links: Link[]): Promise<void> {
  await client.query(
    `INSERT INTO audit.link (org_id, n, entry_id, prev_hash, hash)
     SELECT $1, * FROM unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[])`,
    [
      orgId,
      links.map((link) => link.n),
      links.map((link) => link.entryId),
      links.map((link) => link.prevHash),
      links.map((link) => link.hash),
    ],
  );
}
