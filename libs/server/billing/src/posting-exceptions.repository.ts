import type { Tx } from '@caseboard/server/kernel';
import { bulkInsert } from './bulk-insert.ts';
import { insertSql } from './columns.ts';
import type { Columns } from './columns.ts';
import type { RefusedSet } from './remittance-plan.ts';

/** A posting exception about to be written. */
export interface NewException extends RefusedSet {
  importId: string;
  number: string;
}

/** Writes posting exceptions. */
export async function insertExceptions(tx: Tx, rows: readonly NewException[]): Promise<void> {
  const columns: Columns<NewException> = [
    ['id', 'uuid', (row) => row.exceptionId],
    ['number', 'text', (row) => row.number],
    ['import_id', 'uuid', (row) => row.importId],
    ['transaction_ordinal', 'int', (row) => row.ordinal],
    ['level', 'text', (row) => row.level],
    ['difference_cents', 'bigint', (row) => row.differenceCents],
    ['paid_cents', 'bigint', (row) => row.paidCents],
    ['payer_name', 'text', (row) => row.payerName],
    ['trace', 'text', (row) => row.trace],
    ['opened_at', 'timestamptz', () => tx.now],
  ];
  await bulkInsert(tx, { sql: insertSql('billing.posting_exception', columns), columns }, rows);
}
