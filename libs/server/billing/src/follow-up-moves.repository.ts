import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { CallRow, FollowUpMoveRow, FollowUpRow } from './follow-up.types.ts';

/** What one transaction did to cases. */
export interface FollowUpRecorded {
  act: FollowUpMoveRow['act'];
  before?: FollowUpRow;
  after: FollowUpRow;
  reason?: string | undefined;
}

/** Keeps what happened to cases. */
export async function recordFollowUps(tx: Tx, moves: readonly FollowUpRecorded[]): Promise<void> {
  await tx.execute(
    `INSERT INTO billing.follow_up_move (org_id, case_id, version, at, actor, act, from_stage, to_stage, reason)
     SELECT $1, m.case_id, m.version, $2, $3, m.act, m.from_stage, m.to_stage, m.reason
     FROM unnest($4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[]) AS m(case_id, version, act, from_stage, to_stage, reason)`,
    [
      tx.orgId,
      tx.now,
      tx.actor,
      moves.map(({ after }) => after.id),
      moves.map(({ after }) => after.version),
      moves.map(({ act }) => act),
      moves.map(({ before }) => before?.stage ?? null),
      moves.map(({ after }) => after.stage),
      moves.map(({ reason }) => reason ?? null),
    ],
  );
}

/** A case's history, oldest first; at most 500 entries. */
export const followUpMovesOf = (tx: Tx, caseId: string): Promise<FollowUpMoveRow[]> =>
  tx.query<FollowUpMoveRow>(
    `SELECT version, at, actor, act, from_stage AS "fromStage", to_stage AS "toStage", reason FROM billing.follow_up_move
     WHERE org_id = $1 AND case_id = $2 ORDER BY version LIMIT 500`,
    [tx.orgId, caseId],
  );

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
