import type { Client } from 'pg';
import { GENESIS, linkHash } from './chainer.ts';
import type { EntryRow } from './chainer.ts';
import type { Checkpoint } from './checkpoint.ts';

/** What a check of one organisation's audit found; `fault` names the first bad row. */
export interface AuditVerdict {
  orgId: string;
  links: number;
  unlinked: number;
  fault: string | undefined;
}

const PAGE = 5000;

/**
 * Walks every chain: entries edited, deleted, inserted, swapped, a cut tail, a rollback to an older backup,
 * and an entry that is neither linked nor unlinked all fail. Reads as the chainer's role.
 */
export async function verifyAudit(client: Client, checkpoints: Checkpoint[]): Promise<AuditVerdict[]> {
  const { rows } = await client.query<{ org_id: string }>(
    'SELECT DISTINCT org_id FROM audit.entry UNION SELECT DISTINCT org_id FROM audit.link',
  );
  const verdicts: AuditVerdict[] = [];
  for (const { org_id: orgId } of rows) {
    verdicts.push(
      await verifyOne(
        client,
        orgId,
        checkpoints.filter((checkpoint) => checkpoint.orgId === orgId),
      ),
    );
  }
  return verdicts;
}

async function verifyOne(client: Client, orgId: string, checkpoints: Checkpoint[]): Promise<AuditVerdict> {
  const walked = await walk(client, orgId, new Map(checkpoints.map((checkpoint) => [checkpoint.n, checkpoint.hash])));
  const { rows } = await client.query<{ entries: string; unlinked: string }>(
    'SELECT (SELECT count(*) FROM audit.entry WHERE org_id = $1) AS entries, (SELECT count(*) FROM audit.unlinked WHERE org_id = $1) AS unlinked',
    [orgId],
  );
  const unlinked = Number(rows[0]?.unlinked);
  const furthest = Math.max(0, ...checkpoints.map((checkpoint) => checkpoint.n));
  const fault =
    walked.fault ??
    (walked.links < furthest ? `link ${furthest} is on the checkpoint of this chain and missing here` : undefined) ??
    (Number(rows[0]?.entries) === walked.links + unlinked
      ? undefined
      : 'an entry is neither linked nor waiting to be linked');
  return { orgId, links: walked.links, unlinked, fault };
}

async function walk(
  client: Client,
  orgId: string,
  known: ReadonlyMap<number, string>,
): Promise<{ links: number; fault: string | undefined }> {
  let prevHash = GENESIS;
  for (let n = 0; ;) {
    const { rows } = await client.query<EntryRow & { n: string; entry_id: string; prev_hash: string; hash: string }>(
      `SELECT l.n, l.entry_id, l.prev_hash, l.hash, e.* FROM audit.link l
       LEFT JOIN audit.entry e ON e.org_id = l.org_id AND e.id = l.entry_id
       WHERE l.org_id = $1 AND l.n > $2 ORDER BY l.n LIMIT ${PAGE}`,
      [orgId, n],
    );
    if (rows.length === 0) return { links: n, fault: undefined };
    for (const row of rows) {
      n += 1;
      if (Number(row.n) !== n) return { links: n, fault: `link ${n} is missing` };
      if (!row.id) return { links: n, fault: `the entry of link ${n} is missing` };
      const isWhole = row.prev_hash === prevHash && row.hash === linkHash(prevHash, n, row);
      if (!isWhole || (known.get(n) ?? row.hash) !== row.hash)
        return { links: n, fault: `link ${n} does not match its entry` };
      prevHash = row.hash;
    }
  }
}
