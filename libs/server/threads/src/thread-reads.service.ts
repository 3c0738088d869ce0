import { Injectable } from '@nestjs/common';
import { ThreadRead } from '@caseboard/contracts';
import type { Message, Page, Thread } from '@caseboard/contracts';
import { decodeCursor, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Principal, Tx } from '@caseboard/server/kernel';
import { listMessages } from './messages.repository.ts';
import { OPEN_STATES } from './query-state.rules.ts';
import { listThreads } from './thread-list.repository.ts';
import type { ThreadListAsk } from './thread-list.repository.ts';
import { ThreadSubjects } from './thread-subjects.ts';
import { ThreadWriter } from './thread-writer.ts';
import { asMessage, asThread } from './thread.rows.ts';
import type { ThreadRow } from './thread.types.ts';
import { canSee, isIn, readerOf } from './threads.access.ts';
import type { MessagesQuery, ThreadsQuery } from './threads.queries.ts';
import { findThread, markRead } from './threads.repository.ts';

const DEFAULT_PAGE = 50;

/** Threads and messages as people read them. */
@Injectable()
export class ThreadReads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subjects: ThreadSubjects,
    private readonly writer: ThreadWriter,
  ) {}

  /** Threads this person sees, the one with the newest message first. */
  async list(caller: Caller, query: ThreadsQuery): Promise<Page<Thread>> {
    const { limit = DEFAULT_PAGE, cursor, ...asked } = query;
    const filters = { list: 'threads', ...asked };
    const [activeAt, id] = decodeCursor(cursor, filters) ?? [];
    const after = id === undefined ? undefined : { activeAt: String(activeAt), id: String(id) };
    return this.uow.read(caller, { action: 'threads.thread.read', kind: 'thread', details: asked }, async (tx) => {
      const rows = await listThreads(tx, { ...this.listAsk(caller.principal, asked), after, limit: limit + 1 });
      const page = pageFrom(
        rows,
        limit,
        filters,
        (row) => [row.sortKey, row.id],
        ({ sortKey: _, ...row }) => asThread(row),
      );
      return { ...page, asOf: await tx.head() };
    });
  }

  async get(caller: Caller, id: string): Promise<Thread> {
    return this.uow.read(caller, { action: 'threads.thread.read', kind: 'thread', id }, async (tx) =>
      asThread(await this.requireSeen(tx, caller, id)),
    );
  }

  /** Messages of a thread, the newest first. */
  async messages(caller: Caller, id: string, query: MessagesQuery): Promise<Page<Message>> {
    const { limit = DEFAULT_PAGE, cursor, ids } = query;
    const filters = { list: 'messages', id, ids };
    const [before] = decodeCursor(cursor, filters) ?? [];
    return this.uow.read(caller, { action: 'threads.message.read', kind: 'thread', id }, async (tx) => {
      await this.requireSeen(tx, caller, id);
      const ask = { threadId: id, ids: ids ?? null, before: before === undefined ? null : Number(before) };
      const rows = await listMessages(tx, { ...ask, limit: limit + 1 });
      return { ...pageFrom(rows, limit, filters, (row) => [row.ordinal], asMessage), asOf: await tx.head() };
    });
  }

  /** Marks how far this person has read. Who only looks in, without taking part, leaves no mark. */
  async read(caller: Caller, id: string, upTo: number): Promise<Thread> {
    return this.uow.command(caller, { action: 'threads.thread.read', kind: 'thread', id }, async (tx) => {
      const before = await this.writer.require(tx, caller, id);
      const { userId } = caller.principal;
      const isNew = isIn(before, userId) && (await markRead(tx, id, userId, Math.min(upTo, before.messageCount)));
      const after = isNew ? await this.requireSeen(tx, caller, id) : before;
      if (isNew)
        tx.append(ThreadRead, { id, data: { threadId: id, userId }, rows: [this.writer.effect(before, after)] });
      return asThread(after);
    });
  }

  /** A thread this person sees; throws `request/not-found`. */
  async requireSeen(tx: Tx, caller: Caller, id: string): Promise<ThreadRow> {
    const row = await findThread(tx, id);
    if (!row || !canSee(readerOf(this.subjects, caller.principal), row)) throw notFound();
    return row;
  }

  /** May this person follow the thread's channel? */
  async admits(tx: Tx, principal: Principal, id: string): Promise<boolean> {
    if (!/^[0-9a-f-]{36}$/.test(id)) return false;
    const row = await findThread(tx, id);
    return row !== undefined && canSee(readerOf(this.subjects, principal), row);
  }

  private listAsk(principal: Principal, asked: ThreadsQuery): Omit<ThreadListAsk, 'after' | 'limit'> {
    return {
      reader: readerOf(this.subjects, principal),
      subjectType: asked.subjectType ?? null,
      subjectId: asked.subjectId ?? null,
      kind: asked.kind ?? null,
      states: asked.state?.flatMap((state) => (state === 'open' ? OPEN_STATES : [state])) ?? null,
      isMineToAnswer: asked.recipient === 'me',
      isMine: asked.participant === 'me',
      isUnread: asked.unread === 'true',
      ids: asked.ids ?? null,
    };
  }
}
