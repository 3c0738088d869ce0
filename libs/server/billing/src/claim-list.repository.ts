import type { ClaimSummary } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { isVisibleSql } from './billing.access.ts';
import { claimsByIds } from './claim-reads.repository.ts';
import type { StoredClaim } from './claim-reads.repository.ts';
import type { PageAsk } from './page-sql.ts';

/** What a list of claims asks for. */
export type ClaimsAsk = PageAsk & { origin: ClaimSummary['origin'] | undefined };

/** One page of claims, in the order of their numbers. */
export async function listClaims(tx: Tx, ask: ClaimsAsk): Promise<StoredClaim[]> {
  const { sql, parameters } = claimPageSql(tx.orgId, ask);
  const ids = (await tx.query<{ id: string }>(sql, parameters)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const claims = await claimsByIds(tx, ids, ask.hidden);
  return ids.flatMap((id) => claims.get(id) ?? []);
}

const DECIDED: ReadonlySet<string> = new Set(['paid-full', 'paid-partial', 'denied', 'reversed']);
const BEYOND = '\u{10FFFF}';

/**
 * The ids of a page. Candidates come in the order of the list from the one index that fits what is asked (ids are made
 * in the order of the numbers), each is looked at by its key, and the page is full before the rest is read. OFFSET 0
 * keeps the planner from joining: right after a first import it has no statistics, takes an organisation to hold a
 * handful of claims, and would read all of them. Prefixes are ranges over text in the C collation: leakproof, so that
 * row-level security lets them use the index.
 */
function claimPageSql(orgId: string, ask: ClaimsAsk): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [orgId, ask.hidden, ask.limit];
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const [isAfter, order] = ask.sort === 'number' ? ['>', 'ASC'] : ['<', 'DESC'];
  const after = ask.after === undefined ? undefined : put(ask.after);
  const payer = ask.payer === undefined ? undefined : put(ask.payer);
  const state = ask.state === undefined ? undefined : put(ask.state);
  const inOrder = (table: string, id: string, where: readonly (string | false | undefined)[]): string => {
    const beyond = after && `${id} ${isAfter} ${after}::uuid`;
    const all = ['x.org_id = $1', ...where, beyond].filter(Boolean).join(' AND ');
    return `SELECT ${id} AS id FROM ${table} x WHERE ${all} ORDER BY ${id} ${order} OFFSET 0`;
  };
  const candidates = (): string => {
    if (ask.ids) return `SELECT unnest(${put([...new Set(ask.ids)])}::uuid[]) AS id`;
    if (ask.text !== undefined) return startingWith(put(ask.text), put(ask.text + BEYOND));
    if (state && DECIDED.has(ask.state ?? ''))
      return inOrder('billing.claim_standing', 'x.claim_id', [`x.state = ${state}`]);
    if (state && ask.state !== 'sent') return inOrder('billing.claim_progress', 'x.claim_id', [`x.state = ${state}`]);
    return inOrder('billing.claim', 'x.id', [payer ? `x.payer_id = ${payer}` : ask.origin === 'here' && MADE_HERE]);
  };
  const wanted = [
    isVisibleSql('c.facility_id', 2),
    after && `c.id ${isAfter} ${after}::uuid`,
    payer && `c.payer_id = ${payer}`,
    state && `${STATE} = ${state}`,
    ask.origin && `c.origin = ${put(ask.origin)}`,
  ].filter(Boolean);
  const claim = `SELECT 1 FROM billing.claim c WHERE c.org_id = $1 AND c.id = n.id AND ${wanted.join(' AND ')} OFFSET 0`;
  const sql = `SELECT n.id FROM (${candidates()}) AS n CROSS JOIN LATERAL (${claim}) AS found ORDER BY n.id ${order} LIMIT $3`;
  return { sql, parameters };
}

/** As its index has it. */
const MADE_HERE = "x.origin = 'here'";

/** What was decided goes before how far the claim came; no row of either is `sent`. */
const STATE = `coalesce((SELECT s.state FROM billing.claim_standing s WHERE s.org_id = $1 AND s.claim_id = n.id),
  (SELECT g.state FROM billing.claim_progress g WHERE g.org_id = $1 AND g.claim_id = n.id), 'sent')`;

/** Claims whose number or control number is in a range. */
const startingWith = (from: string, to: string): string =>
  ['number', 'control_number']
    .map(
      (column) =>
        `SELECT x.id FROM billing.claim x WHERE x.org_id = $1 AND x.${column} >= ${from} AND x.${column} < ${to}`,
    )
    .join(' UNION ');
