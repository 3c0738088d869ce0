import { createHmac } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';

/** What is written outside the database every minute: a cut tail or an old backup cannot match it. */
export interface Checkpoint {
  orgId: string;
  n: number;
  hash: string;
  /** Entries there are, linked or not. */
  count: number;
  unlinked: number;
  at: string;
}

const sign = (key: Buffer, body: string) => createHmac('sha256', key).update(body).digest('hex');
const fileOf = (folder: string) => join(folder, 'checkpoints.jsonl');

/** Reads where each organisation's chain stands. */
export async function currentCheckpoints(client: Client, now: Date): Promise<Checkpoint[]> {
  const { rows } = await client.query<{ org_id: string; n: string; hash: string; unlinked: string }>(
    `SELECT DISTINCT ON (l.org_id) l.org_id, l.n, l.hash, (SELECT count(*) FROM audit.unlinked u WHERE u.org_id = l.org_id) AS unlinked
     FROM audit.link l ORDER BY l.org_id, l.n DESC`,
  );
  return rows.map((row) => ({
    orgId: row.org_id,
    n: Number(row.n),
    hash: row.hash,
    count: Number(row.n) + Number(row.unlinked),
    unlinked: Number(row.unlinked),
    at: now.toISOString(),
  }));
}

/** Appends signed checkpoints, one JSON line each. */
export async function writeCheckpoints(folder: string, key: Buffer, checkpoints: Checkpoint[]): Promise<void> {
  if (checkpoints.length === 0) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lines = checkpoints.map((checkpoint) => {
    const body = JSON.stringify(checkpoint);
    return `${JSON.stringify({ body, signature: sign(key, body) })}\n`;
  });
  await appendFile(fileOf(folder), lines.join(''), { mode: 0o600 });
}

/** All checkpoints on file; throws on a line whose signature is not ours. No file yet: none. */
export async function readCheckpoints(folder: string, key: Buffer): Promise<Checkpoint[]> {
  const text = await readFile(fileOf(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const { body, signature } = JSON.parse(line) as { body: string; signature: string };
      if (sign(key, body) !== signature) throw new Error(`Checkpoint ${index + 1} carries a wrong signature.`);
      return JSON.parse(body) as Checkpoint;
    });
}
