import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { CallRow } from './follow-up.types.ts';

/** Writes a contact with the payer; its id. */
export async function insertCall(tx: Tx, caseId: string, call: Omit<CallRow, 'id' | 'at'>): Promise<string> {
  const id = uuidv7();
  await tx.execute(
    `INSERT INTO billing.payer_call (org_id, case_id, id, at, by_id, way, spoke_with, reference, outcome, note, promised_on)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.orgId,
      caseId,
      id,
      tx.now,
      call.byId,
      call.by,
      call.spokeWith,
      call.reference,
      call.outcome,
      call.note,
      call.promisedOn,
    ],
  );
  return id;
}

/** Contacts of a case, the newest first; at most 200. */
export const callsOf = (tx: Tx, caseId: string): Promise<CallRow[]> =>
  tx.query<CallRow>(
    `SELECT id, at, by_id AS "byId", way AS by, spoke_with AS "spokeWith", reference, outcome, note, promised_on::text AS "promisedOn"
     FROM billing.payer_call WHERE org_id = $1 AND case_id = $2 ORDER BY at DESC, id DESC LIMIT 200`,
    [tx.orgId, caseId],
  );
