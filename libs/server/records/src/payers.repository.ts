import type { Payer } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { nameKeyOf } from './name-key.rules.ts';
import type { PayerName, PayerOnRecord } from './payer-match.rules.ts';
import { rulesOfPayers } from './payer-rules.repository.ts';

/** A payer's own row. */
export interface PayerRow extends PayerOnRecord {
  version: number;
}

/** What a page of payers starts after: the sort key of the last one seen. */
export type PayerKey = readonly [nameKey: string, id: string];

const COLUMNS = `p.id, p.name, p.name_key AS "nameKey", p.payer_code AS "payerCode", p.version`;

/** Payers with their rules, by id; unknown ids are missing. */
export async function payersByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, Payer>> {
  const rows = await tx.query<PayerRow>(
    `SELECT ${COLUMNS} FROM records.payer p WHERE p.org_id = $1 AND p.id = ANY($2::uuid[])`,
    [tx.orgId, ids],
  );
  return new Map((await withRules(tx, rows)).map((payer) => [payer.id, payer]));
}

/** Payers in the order of their names, from after a key. */
export async function payersAfter(tx: Tx, after: PayerKey | undefined, limit: number): Promise<PayerRow[]> {
  return tx.query<PayerRow>(
    `SELECT ${COLUMNS} FROM records.payer p
     WHERE p.org_id = $1 AND (p.name_key, p.id) > ($2, $3::uuid) ORDER BY p.name_key, p.id LIMIT $4`,
    [tx.orgId, after?.[0] ?? '', after?.[1] ?? '00000000-0000-0000-0000-000000000000', limit],
  );
}

/** Adds each payer's rules. */
export async function withRules(tx: Tx, rows: readonly PayerRow[]): Promise<Payer[]> {
  const rules = await rulesOfPayers(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, name, payerCode, version }) => ({
    id,
    name,
    payerCode,
    rules: rules.filter((rule) => rule.payerId === id),
    version,
  }));
}

/** Payers that any of the names could mean: by code or by compared name. */
export async function payersLike(tx: Tx, names: readonly PayerName[]): Promise<PayerRow[]> {
  return tx.query<PayerRow>(
    `SELECT ${COLUMNS} FROM records.payer p
     WHERE p.org_id = $1 AND (p.payer_code = ANY($2::text[]) OR p.name_key = ANY($3::text[])) ORDER BY p.id`,
    [tx.orgId, names.flatMap((name) => name.payerCode ?? []), names.map((name) => nameKeyOf(name.name))],
  );
}

/** Inserts payers; one that somebody else inserted meanwhile is left out of what comes back. */
export async function insertPayers(tx: Tx, names: readonly PayerName[]): Promise<PayerRow[]> {
  return tx.query<PayerRow>(
    `INSERT INTO records.payer AS p (org_id, id, name, name_key, payer_code)
     SELECT $1, n.id, n.name, n.name_key, n.code FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS n(id, name, name_key, code)
     ORDER BY n.code, n.name_key ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
    [
      tx.orgId,
      names.map(() => uuidv7()),
      names.map(({ name }) => name),
      names.map(({ name }) => nameKeyOf(name)),
      names.map(({ payerCode }) => payerCode),
    ],
  );
}

/** Gives codes to payers that have none; the ids of those that had not got one meanwhile. */
export async function adoptCodes(tx: Tx, codes: readonly { id: string; payerCode: string }[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE records.payer p SET payer_code = n.code, version = p.version + 1
     FROM unnest($2::uuid[], $3::text[]) AS n(id, code) WHERE p.org_id = $1 AND p.id = n.id AND p.payer_code IS NULL RETURNING p.id`,
    [tx.orgId, codes.map(({ id }) => id), codes.map(({ payerCode }) => payerCode)],
  );
  return rows.map((row) => row.id);
}

/** Writes name and code at a version; false when the payer has another version by now. */
export async function updatePayer(tx: Tx, id: string, version: number, to: PayerName): Promise<boolean> {
  const changed = await tx.execute(
    `UPDATE records.payer SET name = $4, name_key = $5, payer_code = $6, version = version + 1
     WHERE org_id = $1 AND id = $2 AND version = $3`,
    [tx.orgId, id, version, to.name, nameKeyOf(to.name), to.payerCode],
  );
  return changed === 1;
}
