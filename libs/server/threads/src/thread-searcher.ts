import type { Searcher, Tx } from '@caseboard/server/kernel';
import type { ThreadSubjects } from './thread-subjects.ts';
import { readerOf, visibleSql } from './threads.access.ts';
import type { Reader } from './threads.access.ts';

interface Found {
  id: string;
  number: string;
  title: string;
  patient: string;
  state: string;
}

/** Sorts after every text that begins with what stands before it. */
const BEYOND = '\u{10FFFF}';

/** Threads by the beginning of their number or a part of their title; what was said in them is not searched. */
export const threadSearcher = (subjects: ThreadSubjects): Searcher => ({
  kind: 'thread',
  permission: 'threads.thread.read',
  find: async (tx, principal, text, limit) =>
    (await found(tx, readerOf(subjects, principal), text, limit)).map((one) => ({
      kind: 'thread' as const,
      id: one.id,
      number: one.number,
      title: one.title,
      detail: `${one.patient}, ${one.state}`,
      href: `/threads?open=${one.id}`,
    })),
});

async function found(tx: Tx, reader: Reader, text: string, limit: number): Promise<Found[]> {
  const number = text.toUpperCase();
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return tx.query<Found>(
    `SELECT t.id, t.number, t.title, t.patient, t.state FROM threads.thread t
     WHERE t.org_id = $1 AND ((t.number COLLATE "C" >= $2 AND t.number COLLATE "C" < $3) OR t.title ILIKE $4)
       AND ${visibleSql('t', { userId: '$5', mayAnswer: '$9', subjectTypes: '$6', facilityIds: '$7' })}
     ORDER BY t.active_at DESC, t.id DESC LIMIT $8`,
    [
      tx.orgId,
      number,
      number + BEYOND,
      pattern,
      reader.userId,
      reader.subjectTypes,
      reader.facilityIds,
      limit,
      reader.mayAnswer,
    ],
  );
}
