import type { Tx } from '@caseboard/server/kernel';
import { THREAD_COLUMNS } from './thread.columns.ts';
import type { ThreadRow } from './thread.types.ts';

/** These threads; unknown ids are missing. */
export async function findThreads(tx: Tx, ids: readonly string[]): Promise<ThreadRow[]> {
  const sql = `SELECT ${THREAD_COLUMNS} FROM threads.thread t WHERE t.org_id = $1 AND t.id = ANY($2::uuid[])`;
  return tx.query<ThreadRow>(sql, [tx.orgId, ids]);
}

export async function findThread(tx: Tx, id: string): Promise<ThreadRow | undefined> {
  return (await findThreads(tx, [id]))[0];
}

/**
 * The thread as it is once nobody else writes in it; held to the end of the transaction. What takes part in it is
 * read by a second statement, whose snapshot has what the last holder committed.
 */
export async function holdThread(tx: Tx, id: string): Promise<ThreadRow | undefined> {
  const lock = 'SELECT 1 FROM threads.thread WHERE org_id = $1 AND id = $2 FOR UPDATE';
  return (await tx.query(lock, [tx.orgId, id])).length === 0 ? undefined : findThread(tx, id);
}

/** The id of a case's message thread. */
export async function messageThreadOf(tx: Tx, subjectType: string, subjectId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `SELECT id FROM threads.thread WHERE org_id = $1 AND subject_type = $2 AND subject_id = $3 AND kind = 'message'`,
    [tx.orgId, subjectType, subjectId],
  );
  return row?.id;
}

/** Every thread of a case. */
export async function threadsOfCase(tx: Tx, subjectType: string, subjectId: string): Promise<ThreadRow[]> {
  const sql = `SELECT ${THREAD_COLUMNS} FROM threads.thread t
    WHERE t.org_id = $1 AND t.subject_type = $2 AND t.subject_id = $3 ORDER BY t.id`;
  return tx.query<ThreadRow>(sql, [tx.orgId, subjectType, subjectId]);
}

/** Writes a new thread; false: the case got its message thread from somebody else meanwhile. */
export async function insertThread(tx: Tx, row: ThreadRow): Promise<boolean> {
  const inserted = await tx.execute(
    `INSERT INTO threads.thread (org_id, id, number, kind, state, subject_type, subject_id, subject_number, patient,
       facility_id, title, body, options, indicators, asked_by, recipient_id, asked_at, due_at, active_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14::jsonb, $15, $16, $17, $18, $17)
     ON CONFLICT (org_id, subject_type, subject_id) WHERE kind = 'message' DO NOTHING`,
    [
      tx.orgId,
      row.id,
      row.number,
      row.kind,
      row.state,
      row.subjectType,
      row.subjectId,
      row.subjectNumber,
      row.patient,
      row.facilityId,
      row.title,
      row.body,
      JSON.stringify(row.options),
      JSON.stringify(row.indicators),
      row.askedById,
      row.recipientId,
      row.askedAt,
      row.dueAt,
    ],
  );
  return inserted === 1;
}

/** Writes what may change of a thread that is held: its state, its answer, its newest message. */
export async function updateThread(tx: Tx, row: ThreadRow): Promise<void> {
  await tx.execute(
    `UPDATE threads.thread SET state = $3, answer = $4::jsonb, outcome = $5, message_count = $6, last_message_at = $7,
       last_author_id = $8, active_at = $9, version = version + 1
     WHERE org_id = $1 AND id = $2`,
    [
      tx.orgId,
      row.id,
      row.state,
      row.answer === null ? null : JSON.stringify(row.answer),
      row.outcome,
      row.messageCount,
      row.lastMessageAt,
      row.lastAuthorId,
      row.activeAt,
    ],
  );
}

/** Copies anew what a thread shows of its case. */
export async function copySubject(
  tx: Tx,
  id: string,
  facts: { number: string; patient: string; facilityId: string | null },
): Promise<void> {
  await tx.execute(
    `UPDATE threads.thread SET subject_number = $3, patient = $4, facility_id = $5, version = version + 1
     WHERE org_id = $1 AND id = $2`,
    [tx.orgId, id, facts.number, facts.patient, facts.facilityId],
  );
}

/** Lets people take part; who does already stays as they are. */
export async function addParticipants(tx: Tx, threadId: string, userIds: readonly string[]): Promise<void> {
  await tx.execute(
    `INSERT INTO threads.participant (org_id, thread_id, user_id, joined_at)
     SELECT $1, $2, u.id, $4 FROM unnest($3::uuid[]) AS u(id) ON CONFLICT DO NOTHING`,
    [tx.orgId, threadId, userIds, tx.now],
  );
}

/** Marks how far somebody who takes part has read; never backwards. False: nothing new. */
export async function markRead(tx: Tx, threadId: string, userId: string, upTo: number): Promise<boolean> {
  const marked = await tx.execute(
    'UPDATE threads.participant SET up_to = $4 WHERE org_id = $1 AND thread_id = $2 AND user_id = $3 AND up_to < $4',
    [tx.orgId, threadId, userId, upTo],
  );
  return marked === 1;
}

/** Threads of a facility by id, from after an id on. */
export async function threadsOfFacility(tx: Tx, facilityId: string, afterId: string, limit: number) {
  const sql = `SELECT ${THREAD_COLUMNS} FROM threads.thread t
    WHERE t.org_id = $1 AND t.facility_id = $2 AND t.id > $3 ORDER BY t.id LIMIT $4`;
  return tx.query<ThreadRow>(sql, [tx.orgId, facilityId, afterId, limit]);
}
