import type { Tx } from '@caseboard/server/kernel';
import { eachOf, unique } from './each-of.ts';

/** Which claims are on record, and which this chunk has brought so far. */
class KnownClaims {
  private readonly contents = new Set<string>();

  /** Remembers a claim; false when the very same one is known already. */
  add(controlNumber: string, contentHash: string): boolean {
    const key = `${contentHash} ${controlNumber}`;
    if (this.contents.has(key)) return false;
    this.contents.add(key);
    return true;
  }
}

const ON_RECORD = `SELECT c.control_number AS number, c.content_hash AS hash FROM billing.claim c
  WHERE c.org_id = $1 AND c.control_number = asked.key`;

/** Claims on record with any of these control numbers. */
export async function knownClaims(tx: Tx, controlNumbers: readonly string[]): Promise<KnownClaims> {
  const rows = await tx.query<{ number: string; hash: string }>(
    `SELECT found.* FROM ${eachOf('$2::text[]', ON_RECORD)}`,
    [tx.orgId, unique(controlNumbers)],
  );
  const known = new KnownClaims();
  for (const { number, hash } of rows) known.add(number, hash);
  return known;
}
