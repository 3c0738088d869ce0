import type { Tx } from '@caseboard/server/kernel';
import type { DenialRow } from './denial-case.types.ts';

/** Columns of a denial aliased `d`, named as the row's fields. */
export const DENIAL_COLUMNS = `d.id, d.case_id AS "caseId", d.group_code AS "group", d.carc, d.rarcs, d.amount_cents AS "amountCents",
  d.line_number AS "lineNumber", d.procedure, d.category`;

/** What the driver gives: bigints are strings. */
export type DenialRecord = Omit<DenialRow, 'amountCents'> & { amountCents: string };

export const asDenial = (record: DenialRecord): DenialRow => ({ ...record, amountCents: Number(record.amountCents) });

/** Writes the denials of a new case in one statement. */
export async function insertDenials(tx: Tx, denials: readonly DenialRow[]): Promise<void> {
  const values = denials.map(({ id, caseId, group, carc, rarcs, amountCents, lineNumber, procedure, category }) => ({
    id,
    case_id: caseId,
    group_code: group,
    carc,
    rarcs,
    amount_cents: amountCents,
    line_number: lineNumber,
    procedure,
    category,
  }));
  await tx.execute(
    `INSERT INTO denials.denial (org_id, id, case_id, group_code, carc, rarcs, amount_cents, line_number, procedure, category)
     SELECT $1, n.id, n.case_id, n.group_code, n.carc, n.rarcs, n.amount_cents, n.line_number, n.procedure, n.category
     FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, case_id uuid, group_code text, carc text, rarcs text[], amount_cents bigint,
       line_number int, procedure text, category text)`,
    [tx.orgId, JSON.stringify(values)],
  );
}

/** The denials of a case, most dollars first. */
export async function denialsOf(tx: Tx, caseId: string): Promise<DenialRow[]> {
  const sql = `SELECT ${DENIAL_COLUMNS} FROM denials.denial d WHERE d.org_id = $1 AND d.case_id = $2 ORDER BY d.amount_cents DESC, d.id`;
  return (await tx.query<DenialRecord>(sql, [tx.orgId, caseId])).map(asDenial);
}
