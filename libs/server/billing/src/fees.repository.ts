import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { insertSql, valuesOf } from './columns.ts';
import type { Columns } from './columns.ts';
import type { FeeRow } from './fee.rules.ts';

/** What a person or a seed says of a price. */
export type FeeWritten = Omit<FeeRow, 'id' | 'version'>;

const FEE_COLUMNS = `f.id, f.code, f.revenue_code AS "revenueCode", f.cents, to_char(f.effective_from, 'YYYY-MM-DD') AS "effectiveFrom", f.version`;
type Raw = Omit<FeeRow, 'cents'> & { cents: string };
const asFee = (raw: Raw): FeeRow => ({ ...raw, cents: Number(raw.cents) });

const feesWhere = async (tx: Tx, rest: string, parameters: readonly unknown[]): Promise<FeeRow[]> =>
  (
    await tx.query<Raw>(`SELECT ${FEE_COLUMNS} FROM billing.fee f WHERE f.org_id = $1 ${rest}`, [
      tx.orgId,
      ...parameters,
    ])
  ).map(asFee);

/** Every price these codes ever had. */
export const feesOfCodes = (tx: Tx, codes: readonly string[]): Promise<FeeRow[]> =>
  feesWhere(tx, 'AND f.code = ANY($2::text[])', [codes]);

/** One page by code, the newest price of a code first; `prefix` is the beginning of the code. */
export const listFees = (
  tx: Tx,
  ask: { prefix: string | undefined; after: readonly [code: string, from: string] | undefined; limit: number },
): Promise<FeeRow[]> => {
  const prefix = ask.prefix === undefined ? '$2::text IS NULL' : "f.code >= $2 AND f.code < $2 || U&'\\+10FFFF'";
  const after = ask.after
    ? '(f.code > $3 OR (f.code = $3 AND f.effective_from < $4::date))'
    : '$3::text IS NULL AND $4::text IS NULL';
  return feesWhere(tx, `AND ${prefix} AND ${after} ORDER BY f.code, f.effective_from DESC LIMIT $5`, [
    ask.prefix ?? null,
    ask.after?.[0] ?? null,
    ask.after?.[1] ?? null,
    ask.limit,
  ]);
};

/** Prices by id. */
export const findFees = (tx: Tx, ids: readonly string[]): Promise<FeeRow[]> =>
  feesWhere(tx, 'AND f.id = ANY($2::uuid[])', [ids]);

/** A price by id. */
export const findFee = async (tx: Tx, id: string): Promise<FeeRow | undefined> => (await findFees(tx, [id]))[0];

const columns: Columns<FeeRow> = [
  ['id', 'uuid', (fee) => fee.id],
  ['code', 'text', (fee) => fee.code],
  ['revenue_code', 'text', (fee) => fee.revenueCode],
  ['cents', 'bigint', (fee) => fee.cents],
  ['effective_from', 'date', (fee) => fee.effectiveFrom],
];
const INSERT = `${insertSql('billing.fee', columns)} ON CONFLICT (org_id, code, effective_from) DO NOTHING RETURNING id`;

/** Writes prices that are not there yet, with one statement; those that were written. */
export async function insertFees(tx: Tx, fees: readonly FeeWritten[]): Promise<FeeRow[]> {
  const rows = fees.map((fee): FeeRow => ({ ...fee, id: uuidv7(), version: 1 }));
  const written = await tx.query<{ id: string }>(INSERT, [tx.orgId, ...valuesOf(columns, rows)]);
  const ids = new Set(written.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

/** Writes a price of the version that was checked; false when somebody was faster. */
export async function updateFee(tx: Tx, fee: FeeRow): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE billing.fee SET code = $4, revenue_code = $5, cents = $6, effective_from = $7, version = version + 1
     WHERE org_id = $1 AND id = $2 AND version = $3`,
    [tx.orgId, fee.id, fee.version, fee.code, fee.revenueCode, fee.cents, fee.effectiveFrom],
  );
  return changed === 1;
}
