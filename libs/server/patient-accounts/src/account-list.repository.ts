import type { Tx } from '@caseboard/server/kernel';
import { nameKeyOf } from '@caseboard/server/records';
import { ACCOUNT_COLUMNS, ACCOUNT_FROM, asAccount } from './account.columns.ts';
import type { AccountRecord } from './account.columns.ts';
import type { AccountRow } from './account.types.ts';
import type { AccountsQuery } from './patient-accounts.queries.ts';
import { isVisibleSql } from './patient-accounts.access.ts';

/** What a list of accounts asks for; only allow-listed words reach the SQL. */
export interface AccountListAsk {
  ids: readonly string[] | undefined;
  state: string | undefined;
  text: string | undefined;
  sort: NonNullable<AccountsQuery['sort']>;
  /** Sort key of the last row seen: balance and id. */
  after: { balance: number; id: string } | undefined;
  hidden: readonly string[];
  limit: number;
}

const IS_LIKE = '(a.number ILIKE $5 OR p.mrn ILIKE $5 OR p.name_key LIKE ALL($6::text[]))';

/** One page of accounts that stand for themselves. */
export async function listAccounts(tx: Tx, ask: AccountListAsk): Promise<AccountRow[]> {
  const isDown = ask.sort.startsWith('-');
  const [compare, order] = isDown ? ['<', 'DESC'] : ['>', 'ASC'];
  const byBalance = ask.sort.endsWith('balance');
  const after = byBalance
    ? `(a.balance_cents, a.id) ${compare} ($7::bigint, $8::uuid)`
    : `a.id ${compare} $8::uuid AND $7::bigint IS NOT NULL`;
  const where = [
    'a.org_id = $1 AND a.folded_into_id IS NULL',
    isVisibleSql(2),
    ask.ids === undefined ? '$3::uuid[] IS NULL' : 'a.id = ANY($3::uuid[])',
    ask.state === undefined ? '$4::text IS NULL' : 'a.state = $4',
    ask.text === undefined ? '$5::text IS NULL AND $6::text[] IS NULL' : IS_LIKE,
    ask.after === undefined ? '$7::bigint IS NULL AND $8::uuid IS NULL' : after,
  ];
  const rows = await tx.query<AccountRecord>(
    `SELECT ${ACCOUNT_COLUMNS} FROM ${ACCOUNT_FROM} WHERE ${where.join(' AND ')}
     ORDER BY ${byBalance ? `a.balance_cents ${order}, ` : ''}a.id ${order} LIMIT $9`,
    [
      tx.orgId,
      ask.hidden,
      ask.ids ?? null,
      ask.state ?? null,
      ask.text === undefined ? null : `${escaped(ask.text)}%`,
      ask.text === undefined ? null : nameLike(ask.text),
      ask.after?.balance ?? null,
      ask.after?.id ?? null,
      ask.limit,
    ],
  );
  return rows.map(asAccount);
}

/** Characters that mean something to LIKE stand for themselves. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, (one) => `\\${one}`);

/** Each word stands somewhere in the name, in any order; a text without letters matches no name. */
function nameLike(text: string): string[] {
  const words = nameKeyOf(text).split(' ').filter(Boolean);
  return words.length === 0 ? [''] : words.map((word) => `%${escaped(word)}%`);
}
