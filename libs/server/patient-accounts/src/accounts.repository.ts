import type { Tx } from '@caseboard/server/kernel';
import { ACCOUNT_COLUMNS, ACCOUNT_FROM, asAccount } from './account.columns.ts';
import type { AccountRecord } from './account.columns.ts';
import type { AccountRow } from './account.types.ts';

/** Accounts by id, folded ones too. */
export async function findAccounts(tx: Tx, ids: readonly string[]): Promise<AccountRow[]> {
  const sql = `SELECT ${ACCOUNT_COLUMNS} FROM ${ACCOUNT_FROM} WHERE a.org_id = $1 AND a.id = ANY($2::uuid[])`;
  return (await tx.query<AccountRecord>(sql, [tx.orgId, ids])).map(asAccount);
}

export async function findAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return (await findAccounts(tx, [id]))[0];
}

/** The account of this very record of a patient. */
export async function findAccountOf(tx: Tx, patientId: string): Promise<AccountRow | undefined> {
  return (await accountsOf(tx, [patientId]))[0];
}

/** The accounts of these records of patients. */
export async function accountsOf(tx: Tx, patientIds: readonly string[]): Promise<AccountRow[]> {
  const sql = `SELECT ${ACCOUNT_COLUMNS} FROM ${ACCOUNT_FROM} WHERE a.org_id = $1 AND a.patient_id = ANY($2::uuid[]) ORDER BY a.id`;
  return (await tx.query<AccountRecord>(sql, [tx.orgId, patientIds])).map(asAccount);
}

/** Holds an account until the transaction ends: payments, statements and decisions take their turn. */
export async function lockAccount(tx: Tx, id: string): Promise<void> {
  await tx.query('SELECT 1 FROM patient_accounts.account WHERE org_id = $1 AND id = $2 FOR UPDATE', [tx.orgId, id]);
}

/** Makes an account in which nothing is owed yet. */
export async function insertAccount(
  tx: Tx,
  account: { id: string; number: string; patientId: string },
): Promise<AccountRow> {
  await tx.execute(
    `INSERT INTO patient_accounts.account (org_id, id, number, patient_id, state, balance_cents, held_cents, insurance_cents, credit_cents, facility_ids, opened_at)
     VALUES ($1, $2, $3, $4, 'paid', 0, 0, 0, 0, '{}', $5)`,
    [tx.orgId, account.id, account.number, account.patientId, tx.now],
  );
  const made = await findAccount(tx, account.id);
  if (!made) throw new Error('The account was not written.');
  return made;
}

/** What of an account changes. */
export type AccountSumsRow = Pick<
  AccountRow,
  | 'state'
  | 'balanceCents'
  | 'heldCents'
  | 'insuranceCents'
  | 'creditCents'
  | 'facilityIds'
  | 'statementsCounted'
  | 'countedOn'
  | 'lastStatementOn'
  | 'foldedIntoId'
>;

/** Writes an account that is held; its version grows. */
export async function updateAccount(tx: Tx, id: string, sums: AccountSumsRow): Promise<AccountRow> {
  await tx.execute(
    `UPDATE patient_accounts.account SET state = $3, balance_cents = $4, held_cents = $5, insurance_cents = $6, credit_cents = $7,
       facility_ids = $8, statements_counted = $9, counted_on = $10, last_statement_on = $11, folded_into_id = $12, version = version + 1
     WHERE org_id = $1 AND id = $2`,
    [
      tx.orgId,
      id,
      sums.state,
      sums.balanceCents,
      sums.heldCents,
      sums.insuranceCents,
      sums.creditCents,
      sums.facilityIds,
      sums.statementsCounted,
      sums.countedOn,
      sums.lastStatementOn,
      sums.foldedIntoId,
    ],
  );
  const after = await findAccount(tx, id);
  if (!after) throw new Error('An account that is held is gone.');
  return after;
}

/** Ids of the account and of those folded into it. */
export async function accountIdsOf(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM patient_accounts.account WHERE org_id = $1 AND (id = $2 OR folded_into_id = $2) ORDER BY id',
    [tx.orgId, id],
  );
  return rows.map((row) => row.id);
}

/** Accounts with a visit at a facility, by id. */
export async function accountsAtFacility(
  tx: Tx,
  facilityId: string,
  afterId: string,
  limit: number,
): Promise<AccountRow[]> {
  const sql = `SELECT ${ACCOUNT_COLUMNS} FROM ${ACCOUNT_FROM}
    WHERE a.org_id = $1 AND $2 = ANY(a.facility_ids) AND a.folded_into_id IS NULL AND a.id > $3 ORDER BY a.id LIMIT $4`;
  return (await tx.query<AccountRecord>(sql, [tx.orgId, facilityId, afterId, limit])).map(asAccount);
}
