import type { StatementDetail } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { StatementRow } from './account.types.ts';

/** What the paper says beside its number, day and sum. */
export type StatementContent = Omit<
  StatementDetail,
  'id' | 'number' | 'asOf' | 'printedAt' | 'printedBy' | 'dueOn' | 'balanceCents' | 'accountId'
>;

type Raw = Omit<StatementRow, 'asOf' | 'balanceCents'> & { asOf: string; balanceCents: string };

const COLUMNS = `s.id, s.number, s.account_id AS "accountId", s.as_of AS "asOf", s.printed_at AS "printedAt", s.printed_by AS "printedBy",
  s.due_on::text AS "dueOn", s.balance_cents AS "balanceCents"`;

const row = <R extends Raw>(raw: R) => ({ ...raw, asOf: Number(raw.asOf), balanceCents: Number(raw.balanceCents) });

/** Statements of accounts, oldest first. */
export async function statementsOf(tx: Tx, accountIds: readonly string[]): Promise<StatementRow[]> {
  const sql = `SELECT ${COLUMNS} FROM patient_accounts.statement s WHERE s.org_id = $1 AND s.account_id = ANY($2::uuid[]) ORDER BY s.id`;
  return (await tx.query<Raw>(sql, [tx.orgId, accountIds])).map(row);
}

/** A statement with everything it says. */
export async function findStatement(
  tx: Tx,
  id: string,
): Promise<(StatementRow & { content: StatementContent }) | undefined> {
  const sql = `SELECT ${COLUMNS}, s.content FROM patient_accounts.statement s WHERE s.org_id = $1 AND s.id = $2`;
  return (await tx.query<Raw & { content: StatementContent }>(sql, [tx.orgId, id])).map(row)[0];
}

/** Keeps a statement as it is printed; it never changes. */
export async function insertStatement(tx: Tx, one: StatementRow, content: StatementContent): Promise<void> {
  await tx.execute(
    `INSERT INTO patient_accounts.statement (org_id, id, number, account_id, as_of, printed_at, printed_by, due_on, balance_cents, content)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.orgId,
      one.id,
      one.number,
      one.accountId,
      one.asOf,
      one.printedAt,
      one.printedBy,
      one.dueOn,
      one.balanceCents,
      JSON.stringify(content),
    ],
  );
}
