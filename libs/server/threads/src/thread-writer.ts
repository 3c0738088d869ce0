import { Injectable } from '@nestjs/common';
import { MessagePosted, ThreadOpened } from '@caseboard/contracts';
import { AppError, effectOf, notFound } from '@caseboard/server/kernel';
import type { Caller, RowEffect, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { bindAttachments } from './attachments.repository.ts';
import { findMessages, insertMessage } from './messages.repository.ts';
import { Mentions } from './mentions.ts';
import { ThreadRows } from './thread.rows.ts';
import { ThreadSubjects } from './thread-subjects.ts';
import type { MessageRow, ThreadRow } from './thread.types.ts';
import { canSee, readerOf } from './threads.access.ts';
import { addParticipants, findThread, holdThread, insertThread, markRead, updateThread } from './threads.repository.ts';

/** Words about to stand in a thread. */
export interface Words {
  kind: MessageRow['kind'];
  body: string;
  mentionIds?: readonly string[] | undefined;
  fileIds?: readonly string[] | undefined;
}

/** A thread before and after a message. */
export interface Written {
  before: ThreadRow;
  after: ThreadRow;
  message: MessageRow;
}

/** What every change of a thread is made of: holding it, writing the next message, saying which rows changed. */
@Injectable()
export class ThreadWriter {
  constructor(
    private readonly rows: ThreadRows,
    private readonly subjects: ThreadSubjects,
    private readonly mentions: Mentions,
  ) {}

  /** The thread, held, if this person sees it; throws `request/not-found`. */
  async require(tx: Tx, caller: Caller, id: string): Promise<ThreadRow> {
    const row = await holdThread(tx, id);
    if (!row || !canSee(readerOf(this.subjects, caller.principal), row)) throw notFound();
    return row;
  }

  /** Writes a new thread, held by its being new; undefined: somebody else was faster. */
  async open(tx: Tx, row: ThreadRow, userIds: readonly string[]): Promise<ThreadRow | undefined> {
    if (!(await insertThread(tx, row))) return undefined;
    await addParticipants(tx, row.id, userIds);
    const opened = await this.reread(tx, row.id);
    if (row.kind === 'message')
      tx.append(ThreadOpened, {
        id: row.id,
        data: this.about(row),
        rows: [effectOf(this.rows.thread, undefined, opened)],
      });
    return opened;
  }

  /**
   * Writes the next message of a held thread, with `changes` to the thread beside it. Its author and who it
   * mentions take part from now on. Throws `thread/unknown-file`, `thread/wrong-recipient`.
   */
  async write(tx: Tx, caller: Caller, before: ThreadRow, words: Words, changes: Partial<ThreadRow> = {}) {
    const { userId } = caller.principal;
    const mentionIds = [...new Set(words.mentionIds ?? [])];
    await this.mentions.check(tx, before, mentionIds);
    const message = this.next(tx, before, userId, { ...words, mentionIds });
    await insertMessage(tx, message);
    await this.bind(tx, message, userId, words.fileIds ?? []);
    const newest = { messageCount: message.ordinal, lastMessageAt: tx.now, lastAuthorId: userId, activeAt: tx.now };
    await updateThread(tx, { ...before, ...changes, ...newest });
    await addParticipants(tx, before.id, [userId, ...mentionIds]);
    await markRead(tx, before.id, userId, message.ordinal);
    return { before, after: await this.reread(tx, before.id), message: await this.written(tx, message.id) };
  }

  /** Writes changes of a held thread that leave no message. */
  async change(tx: Tx, before: ThreadRow, changes: Partial<ThreadRow>): Promise<ThreadRow> {
    await updateThread(tx, { ...before, ...changes });
    return this.reread(tx, before.id);
  }

  /** Says that somebody wrote. */
  announce(tx: Tx, written: Written): void {
    const data = { ...this.about(written.after), messageId: written.message.id };
    tx.append(MessagePosted, { id: written.after.id, data, rows: this.effects(written) });
  }

  /** The rows that a message changes. */
  effects({ before, after, message }: Written): RowEffect[] {
    const posted = { ...message, isRestricted: after.isRestricted };
    return [effectOf(this.rows.thread, before, after), effectOf(this.rows.message, undefined, posted)];
  }

  /** The row of a thread that changed without a message. */
  effect(before: ThreadRow | undefined, after: ThreadRow | undefined): RowEffect {
    return effectOf(this.rows.thread, before, after);
  }

  about({ id, subjectType, subjectId }: ThreadRow) {
    return { threadId: id, subjectType, subjectId };
  }

  private next(tx: Tx, thread: ThreadRow, authorId: string, words: Words & { mentionIds: string[] }): MessageRow {
    const { kind, body, mentionIds } = words;
    const ordinal = thread.messageCount + 1;
    return { id: uuidv7(), threadId: thread.id, ordinal, kind, authorId, body, mentionIds, files: [], at: tx.now };
  }

  private async bind(tx: Tx, message: MessageRow, byId: string, fileIds: readonly string[]): Promise<void> {
    const ids = [...new Set(fileIds)];
    if (ids.length === 0) return;
    const bound = await bindAttachments(tx, ids, { threadId: message.threadId, messageId: message.id, byId });
    if (bound !== ids.length) throw new AppError('thread/unknown-file');
  }

  private async reread(tx: Tx, id: string): Promise<ThreadRow> {
    const row = await findThread(tx, id);
    if (!row) throw new Error('A thread that is held is gone.');
    return row;
  }

  private async written(tx: Tx, id: string): Promise<MessageRow> {
    const [row] = await findMessages(tx, [id]);
    if (!row) throw new Error('A message that was just written is not there.');
    return row;
  }
}
