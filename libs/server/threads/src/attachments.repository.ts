import type { Tx } from '@caseboard/server/kernel';

/** A file that was uploaded for a message. */
export interface AttachmentRow {
  id: string;
  name: string;
  bytes: number;
  mediaType: string;
}

export async function insertAttachment(tx: Tx, row: AttachmentRow, byId: string): Promise<void> {
  await tx.execute(
    `INSERT INTO threads.attachment (org_id, id, name, bytes, media_type, by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.orgId, row.id, row.name, row.bytes, row.mediaType, byId, tx.now],
  );
}

/** Binds uploads of one person to a message; how many there were to bind. */
export async function bindAttachments(
  tx: Tx,
  ids: readonly string[],
  to: { threadId: string; messageId: string; byId: string },
): Promise<number> {
  return tx.execute(
    `UPDATE threads.attachment SET thread_id = $3, message_id = $4
     WHERE org_id = $1 AND id = ANY($2::uuid[]) AND by_id = $5 AND message_id IS NULL`,
    [tx.orgId, ids, to.threadId, to.messageId, to.byId],
  );
}

/** A file of a thread's messages. */
export async function findAttachment(tx: Tx, threadId: string, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await tx.query<Omit<AttachmentRow, 'bytes'> & { bytes: string }>(
    `SELECT id, name, bytes, media_type AS "mediaType" FROM threads.attachment
     WHERE org_id = $1 AND thread_id = $2 AND id = $3`,
    [tx.orgId, threadId, id],
  );
  return row && { ...row, bytes: Number(row.bytes) };
}

/** Takes out uploads that no message ever used; their ids, so that the files go too. */
export async function takeLooseAttachments(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `DELETE FROM threads.attachment WHERE org_id = $1 AND id IN (
       SELECT id FROM threads.attachment WHERE org_id = $1 AND message_id IS NULL AND at < $2 ORDER BY at LIMIT $3)
     RETURNING id`,
    [tx.orgId, before, limit],
  );
  return rows.map(({ id }) => id);
}
