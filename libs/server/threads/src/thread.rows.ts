import { Injectable } from '@nestjs/common';
import { channels } from '@caseboard/contracts';
import type { Message, Thread } from '@caseboard/contracts';
import type { RowDefinition } from '@caseboard/server/kernel';
import { findMessages } from './messages.repository.ts';
import { ThreadSubjects } from './thread-subjects.ts';
import type { MessageRow, ThreadRow } from './thread.types.ts';
import { findThreads } from './threads.repository.ts';

/** The resource of a thread; a row has more than leaves the server. */
export function asThread(row: ThreadRow): Thread {
  const { facilityId: _facility, isRestricted: _restricted, activeAt: _active, ...rest } = row;
  return {
    ...rest,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    participantIds: row.reads.map(({ userId }) => userId),
    lastMessageAt: row.lastMessageAt?.toISOString() ?? null,
  };
}

export const asMessage = (row: MessageRow): Message => ({ ...row, at: row.at.toISOString() });

/** A message with the thread it stands in, which says whether it is restricted. */
export type PostedMessage = MessageRow & { isRestricted: boolean };

/** Where threads and messages live on screens. */
@Injectable()
export class ThreadRows {
  readonly thread: RowDefinition<ThreadRow>;
  readonly message: RowDefinition<PostedMessage>;

  constructor(subjects: ThreadSubjects) {
    this.thread = {
      kind: 'thread',
      channelsOf: (row) => [
        channels.thread(row.id),
        subjects.channelOf(row.subjectType, row.subjectId),
        ...row.reads.map(({ userId }) => channels.user(userId)),
      ],
      isRestricted: (row) => row.isRestricted,
      project: async (tx, ids) => {
        const rows = await findThreads(tx, ids);
        return new Map(rows.filter((row) => !row.isRestricted).map((row) => [row.id, asThread(row)]));
      },
    };
    this.message = {
      kind: 'message',
      channelsOf: (row) => [channels.thread(row.threadId)],
      isRestricted: (row) => row.isRestricted,
      project: async (tx, ids) => new Map((await findMessages(tx, ids)).map((row) => [row.id, asMessage(row)])),
    };
  }
}
