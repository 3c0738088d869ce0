import type { Tx } from '@caseboard/server/kernel';
import { visibleSql } from '@caseboard/server/worklist';
import { CASE_COLUMNS } from './coding-case.columns.ts';
import type { CodingCaseRow } from './coding-case.types.ts';
import { afterPrefix } from './code-form.rules.ts';

/** What a list asks for. */
export interface CaseListAsk {
  states: readonly string[];
  /** `any`, `none`, or a person. */
  owner: string;
  /** Beginnings of numbers, one of which it has; null: any. */
  numbers: readonly string[] | null;
  ids: readonly string[] | null;
  facilityIds: readonly string[];
  /** Sort key of the last case seen: rank (negative priority) and id. */
  after: { rank: number; id: string } | undefined;
  limit: number;
}

/** One page, highest priority first: an ordered scan a state, merged. */
export async function listCases(tx: Tx, ask: CaseListAsk): Promise<CodingCaseRow[]> {
  const values: unknown[] = [tx.orgId, ask.states, ask.facilityIds, ask.limit];
  const given = (value: unknown) => `$${values.push(value)}`;
  const filters = [
    ...(ask.owner === 'any' ? [] : [ask.owner === 'none' ? 'c.owner_id IS NULL' : `c.owner_id = ${given(ask.owner)}`]),
    ...(ask.ids === null ? [] : [`c.id = ANY(${given(ask.ids)}::uuid[])`]),
    ...(ask.numbers === null ? [] : [numberFilter(given(ask.numbers), given(ask.numbers.map(afterPrefix)))]),
    ...(ask.after ? [`(c.rank, c.id) > (${given(ask.after.rank)}::int, ${given(ask.after.id)}::uuid)`] : []),
  ];
  return tx.query<CodingCaseRow>(
    `SELECT page.* FROM unnest($2::text[]) AS scan(state) CROSS JOIN LATERAL (
       SELECT ${CASE_COLUMNS} FROM coding.coding_case c
       WHERE ${['c.org_id = $1', 'c.state = scan.state', visibleSql('c', '$3'), ...filters].join(' AND ')}
       ORDER BY c.rank, c.id LIMIT $4
     ) page ORDER BY page.priority DESC, page.id LIMIT $4`,
    values,
  );
}

/** Cases whose own or encounter's number begins so, by ranges of indexes. */
const numberFilter = (from: string, until: string) => `c.id IN (
  SELECT n.id FROM unnest(${from}::text[], ${until}::text[]) AS r(low, high)
    JOIN coding.coding_case n ON n.org_id = $1 AND n.number >= r.low AND n.number < r.high
  UNION ALL SELECT e.id FROM unnest(${from}::text[], ${until}::text[]) AS r(low, high)
    JOIN coding.coding_case e ON e.org_id = $1 AND e.encounter_number >= r.low AND e.encounter_number < r.high)`;
