import type { Tx } from '@caseboard/server/kernel';
import { MESSAGE_COLUMNS } from './thread.columns.ts';
import type { MessageRow } from './thread.types.ts';

/** Messages with their files; unknown ids are missing. */
export async function findMessages(tx: Tx, ids: readonly string[]): Promise<MessageRow[]> {
  const sql = `SELECT ${MESSAGE_COLUMNS} FROM threads.message m WHERE m.org_id = $1 AND m.id = ANY($2::uuid[])`;
  return tx.query<MessageRow>(sql, [tx.orgId, ids]);
}

/** What a list of messages asks for. */
export interface MessageListAsk {
  threadId: string;
  ids: readonly string[] | null;
  before: number | null;
  limit: number;
}

/** Messages of a thread, the newest first. */
export async function listMessages(tx: Tx, ask: MessageListAsk): Promise<MessageRow[]> {
  return tx.query<MessageRow>(
    `SELECT ${MESSAGE_COLUMNS} FROM threads.message m
     WHERE m.org_id = $1 AND m.thread_id = $2 AND ($3::uuid[] IS NULL OR m.id = ANY($3)) AND ($4::int IS NULL OR m.ordinal < $4)
     ORDER BY m.ordinal DESC LIMIT $5`,
    [tx.orgId, ask.threadId, ask.ids, ask.before, ask.limit],
  );
}

/** Writes a message; its thread is held, so the ordinal is nobody else's. */
export async function insertMessage(tx: Tx, row: MessageRow): Promise<void> {
  await tx.execute(
    `INSERT INTO threads.message (org_id, id, thread_id, ordinal, kind, author_id, body, mention_ids, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.orgId, row.id, row.threadId, row.ordinal, row.kind, row.authorId, row.body, row.mentionIds, row.at],
  );
}
