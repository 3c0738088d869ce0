import type { Tx } from '@caseboard/server/kernel';
import { tokensOf } from './code-form.rules.ts';
import type { CodeRelease } from './starter/starter-set.ts';

/** Stores a release unless it is there: it never changes, so one copy serves every organisation. */
export async function storeRelease(tx: Tx, release: CodeRelease): Promise<void> {
  const isNew = await tx.execute(
    'INSERT INTO coding.release (hash, name, code_count) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [release.hash, release.name, release.codes.length],
  );
  if (isNew === 0) return;
  await storeCodes(tx, release);
  await storeTokens(tx, release);
}

async function storeCodes(tx: Tx, { hash, codes }: CodeRelease): Promise<void> {
  await tx.execute(
    `INSERT INTO coding.code (release_hash, system, code, words, is_billable, is_poa_exempt, is_manifestation)
     SELECT $1, n.* FROM unnest($2::text[], $3::text[], $4::text[], $5::boolean[], $6::boolean[], $7::boolean[]) AS n`,
    [
      hash,
      codes.map(({ system }) => system),
      codes.map(({ code }) => code),
      codes.map(({ words }) => words),
      codes.map(({ isBillable }) => isBillable),
      codes.map(({ isPoaExempt }) => isPoaExempt),
      codes.map(({ isManifestation }) => isManifestation),
    ],
  );
}

async function storeTokens(tx: Tx, { hash, codes }: CodeRelease): Promise<void> {
  const tokens = codes.flatMap(({ system, code, words }) => tokensOf(words).map((token) => ({ token, system, code })));
  await tx.execute(
    `INSERT INTO coding.code_token (release_hash, token, system, code)
     SELECT $1, n.* FROM unnest($2::text[], $3::text[], $4::text[]) AS n`,
    [hash, tokens.map(({ token }) => token), tokens.map(({ system }) => system), tokens.map(({ code }) => code)],
  );
}

/** Lets the organisation code with a release for services from a day on, until further notice. */
export async function activateRelease(tx: Tx, hash: string, from: string): Promise<void> {
  await tx.execute(
    'INSERT INTO coding.active_release (org_id, release_hash, effective_from) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [tx.orgId, hash, from],
  );
}

/** Releases the organisation codes with for a date of service. */
export async function releasesOn(tx: Tx, on: string): Promise<string[]> {
  const rows = await tx.query<{ hash: string }>(
    `SELECT release_hash AS hash FROM coding.active_release
     WHERE org_id = $1 AND effective_from <= $2 AND coalesce(effective_to, 'infinity'::date) >= $2 ORDER BY effective_from DESC`,
    [tx.orgId, on],
  );
  return rows.map(({ hash }) => hash);
}
