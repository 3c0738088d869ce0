import type { CodeSystem } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { afterPrefix } from './code-form.rules.ts';
import type { SetCode } from './finding.types.ts';

const CODE_COLUMNS = `c.system, c.code, c.words, c.is_billable AS "isBillable", c.is_poa_exempt AS "isPoaExempt",
  c.is_manifestation AS "isManifestation"`;

/** Codes that are in these releases, of those asked for. */
export async function codesIn(
  tx: Tx,
  releases: readonly string[],
  asked: readonly { system: CodeSystem; code: string }[],
): Promise<SetCode[]> {
  return tx.query<SetCode>(
    `SELECT DISTINCT ON (c.system, c.code) ${CODE_COLUMNS}
     FROM unnest($2::text[], $3::text[]) AS a(system, code)
     JOIN coding.code c ON c.release_hash = ANY($1::text[]) AND c.system = a.system AND c.code = a.code
     ORDER BY c.system, c.code, array_position($1::text[], c.release_hash)`,
    [releases, asked.map(({ system }) => system), asked.map(({ code }) => code)],
  );
}

/** What a search looks for; a code begins with `code`, or its words hold one that begins with each of `words`. */
export interface CodeSearch {
  releases: readonly string[];
  code: string;
  words: readonly string[];
  system: CodeSystem | null;
  limit: number;
}

/**
 * The best first: that very code, codes that begin so, then words; billable before headings. The longest word leads
 * since it matches least; every range is one of an index.
 */
export async function searchCodes(tx: Tx, ask: CodeSearch): Promise<SetCode[]> {
  const [lead = '', ...others] = [...ask.words].sort((a, b) => b.length - a.length);
  const values: unknown[] = [
    ask.releases,
    ask.system,
    ask.limit,
    ask.code,
    afterPrefix(ask.code),
    lead,
    afterPrefix(lead),
  ];
  const also = others.map((word) => {
    values.push(word, afterPrefix(word));
    return `AND EXISTS (SELECT 1 FROM coding.code_token o WHERE o.release_hash = t.release_hash AND o.system = t.system
      AND o.code = t.code AND o.token >= $${values.length - 1} AND o.token < $${values.length})`;
  });
  const sql = `
    WITH hit AS (
      (SELECT c.release_hash, c.system, c.code, CASE WHEN c.code = $4 THEN 0 ELSE 1 END AS place
       FROM coding.code c
       WHERE c.release_hash = ANY($1::text[]) AND c.code >= $4 AND c.code < $5 AND $4 <> '' AND ($2::text IS NULL OR c.system = $2)
       ORDER BY c.code LIMIT 200)
      UNION ALL
      (SELECT t.release_hash, t.system, t.code, 2 AS place
       FROM coding.code_token t
       WHERE t.release_hash = ANY($1::text[]) AND t.token >= $6 AND t.token < $7 AND $6 <> '' AND ($2::text IS NULL OR t.system = $2) ${also.join(' ')}
       LIMIT 2000)
    ), best AS (
      SELECT DISTINCT ON (h.system, h.code) h.* FROM hit h ORDER BY h.system, h.code, h.place
    )
    SELECT ${CODE_COLUMNS} FROM best b
    JOIN coding.code c ON c.release_hash = b.release_hash AND c.system = b.system AND c.code = b.code
    ORDER BY b.place, c.is_billable DESC, c.code, c.system LIMIT $3`;
  return tx.query<SetCode>(sql, values);
}
