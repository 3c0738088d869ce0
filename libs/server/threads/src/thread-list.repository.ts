import type { Tx } from '@caseboard/server/kernel';
import { THREAD_COLUMNS } from './thread.columns.ts';
import type { ThreadRow } from './thread.types.ts';
import { visibleSql } from './threads.access.ts';
import type { Reader } from './threads.access.ts';

/** What a list asks for; null: any. */
export interface ThreadListAsk {
  reader: Reader;
  subjectType: string | null;
  subjectId: string | null;
  kind: string | null;
  states: readonly string[] | null;
  isMineToAnswer: boolean;
  isMine: boolean;
  isUnread: boolean;
  ids: readonly string[] | null;
  after: { activeAt: string; id: string } | undefined;
  limit: number;
}

export type ListedThread = ThreadRow & { sortKey: string };

const MINE = `EXISTS (SELECT 1 FROM threads.participant mine WHERE mine.org_id = t.org_id AND mine.thread_id = t.id AND mine.user_id = $2::uuid`;
/** Something to read: a message after the last one read, or a question nobody has opened. */
const UNREAD = `(${MINE} AND mine.up_to < t.message_count) OR (t.state = 'sent' AND t.recipient_id = $2::uuid))`;

/** Threads a person may see, the one with the newest message first. */
export async function listThreads(tx: Tx, ask: ThreadListAsk): Promise<ListedThread[]> {
  const { reader } = ask;
  const conditions = [
    visibleSql('t', { userId: '$2', mayAnswer: '$13', subjectTypes: '$3', facilityIds: '$4' }),
    '($5::text IS NULL OR t.subject_type = $5)',
    '($6::uuid IS NULL OR t.subject_id = $6)',
    '($7::text IS NULL OR t.kind = $7)',
    '($8::text[] IS NULL OR t.state = ANY($8))',
    '($9::uuid[] IS NULL OR t.id = ANY($9))',
    '($10::timestamptz IS NULL OR (t.active_at, t.id) < ($10, $11::uuid))',
    ...(ask.isMineToAnswer ? ['t.recipient_id = $2::uuid'] : []),
    ...(ask.isMine ? [`${MINE})`] : []),
    ...(ask.isUnread ? [UNREAD] : []),
  ];
  return tx.query<ListedThread>(
    `SELECT ${THREAD_COLUMNS}, to_char(t.active_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sortKey"
     FROM threads.thread t WHERE t.org_id = $1 AND ${conditions.join(' AND ')}
     ORDER BY t.active_at DESC, t.id DESC LIMIT $12`,
    [
      tx.orgId,
      reader.userId,
      reader.subjectTypes,
      reader.facilityIds,
      ask.subjectType,
      ask.subjectId,
      ask.kind,
      ask.states,
      ask.ids,
      ask.after?.activeAt ?? null,
      ask.after?.id ?? null,
      ask.limit,
      reader.mayAnswer,
    ],
  );
}
