import type { Tx } from '@caseboard/server/kernel';
import { visibleSql } from '@caseboard/server/worklist';
import { asCase, CASE_COLUMNS } from './denial-case.columns.ts';
import type { CaseRecord } from './denial-case.columns.ts';
import type { DenialCaseRow } from './denial-case.types.ts';

/** What a column of the board or the table asks for. */
export interface CaseListAsk {
  stages: readonly string[];
  payerId: string | null;
  /** `any`, `none`, or a person. */
  owner: string;
  facilityIds: readonly string[];
  /** Sort key of the last case seen: rank (negative priority) and id. */
  after: { rank: number; id: string } | undefined;
  limit: number;
}

/** One page, highest priority first: an ordered scan a stage, merged. */
export async function listCases(tx: Tx, ask: CaseListAsk): Promise<DenialCaseRow[]> {
  const isPerson = ask.owner !== 'any' && ask.owner !== 'none';
  const owner = isPerson
    ? 'c.owner_id = $6'
    : ask.owner === 'none'
      ? 'c.owner_id IS NULL AND $6::uuid IS NULL'
      : '$6::uuid IS NULL';
  const payer = ask.payerId === null ? '$3::uuid IS NULL' : 'c.payer_id = $3';
  const after = ask.after ? 'AND (c.rank, c.id) > ($7::int, $8::uuid)' : 'AND $7::int IS NULL AND $8::uuid IS NULL';
  const records = await tx.query<CaseRecord>(
    `SELECT page.* FROM unnest($2::text[]) AS scan(stage) CROSS JOIN LATERAL (
       SELECT ${CASE_COLUMNS} FROM denials.denial_case c
       WHERE c.org_id = $1 AND c.stage = scan.stage AND ${payer} AND ${owner} AND ${visibleSql('c', '$4')} ${after}
       ORDER BY c.rank, c.id LIMIT $5
     ) page ORDER BY page.priority DESC, page.id LIMIT $5`,
    [
      tx.orgId,
      ask.stages,
      ask.payerId,
      ask.facilityIds,
      ask.limit,
      isPerson ? ask.owner : null,
      ask.after?.rank ?? null,
      ask.after?.id ?? null,
    ],
  );
  return records.map(asCase);
}
