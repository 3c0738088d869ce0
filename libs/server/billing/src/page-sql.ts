import { isVisibleSql } from './billing.access.ts';

/** What a list of claims or remittances asks for; only allow-listed words reach the SQL. */
export interface PageAsk {
  ids: readonly string[] | undefined;
  payer: string | undefined;
  state: string | undefined;
  text: string | undefined;
  sort: '-number' | 'number';
  /** Id of the last row seen. */
  after: string | undefined;
  hidden: readonly string[];
  limit: number;
}

const BEYOND = '\u{10FFFF}';

/**
 * The end of such a list's statement, from its WHERE on, with the parameters after the organisation ($2 …). Ids are
 * made in the order of the numbers, so they page. `isInState` compares with the state asked for ($4). Prefixes are ranges over text in the C collation: leakproof, so
 * that row-level security lets them use the index.
 */
export function pageSql(
  alias: string,
  searched: readonly [string, string],
  isInState: string,
  ask: PageAsk,
): { sql: string; parameters: unknown[] } {
  const [isAfter, order] = ask.sort === 'number' ? ['>', 'ASC'] : ['<', 'DESC'];
  const prefix = (column: string) => `(${alias}.${column} >= $5 AND ${alias}.${column} < $6)`;
  const where = [
    `${alias}.org_id = $1`,
    isVisibleSql(`${alias}.facility_id`, 2),
    ask.payer === undefined ? '$3::uuid IS NULL' : `${alias}.payer_id = $3`,
    ask.state === undefined ? '$4::text IS NULL' : isInState,
    ask.text === undefined ? '$5::text IS NULL AND $6::text IS NULL' : `(${searched.map(prefix).join(' OR ')})`,
    ask.after === undefined ? '$7::uuid IS NULL' : `${alias}.id ${isAfter} $7`,
    ask.ids === undefined ? '$8::uuid[] IS NULL' : `${alias}.id = ANY($8)`,
  ];
  const { hidden, payer = null, state = null, text, after = null, ids = null, limit } = ask;
  return {
    sql: `WHERE ${where.join(' AND ')} ORDER BY ${alias}.id ${order} LIMIT $9`,
    parameters: [hidden, payer, state, text ?? null, text === undefined ? null : text + BEYOND, after, ids, limit],
  };
}
