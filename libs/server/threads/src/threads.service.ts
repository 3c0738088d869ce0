import { Injectable } from '@nestjs/common';
import { QuerySent, ThreadsRegated } from '@caseboard/contracts';
import type { Message, messageAsk, Thread, threadAsk } from '@caseboard/contracts';
import { AppError, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, RowEffect, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type * as z from 'zod/mini';
import { QueryKinds } from './query-kinds.ts';
import type { QueryAsk, QueryRecipient } from './query-kinds.ts';
import { optionsOf } from './query-state.rules.ts';
import { findReaders } from './people.repository.ts';
import { ThreadSubjects } from './thread-subjects.ts';
import type { SubjectFacts } from './thread-subjects.ts';
import { ThreadWriter } from './thread-writer.ts';
import { asMessage, asThread } from './thread.rows.ts';
import type { ThreadRow } from './thread.types.ts';
import { copySubject, findThread, holdThread, messageThreadOf, threadsOfCase } from './threads.repository.ts';

type ThreadAsk = z.output<typeof threadAsk>;
type MessageAsk = z.output<typeof messageAsk>;

/** What people say on cases, and what modules ask of the conversations on theirs. */
@Injectable()
export class Threads {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly subjects: ThreadSubjects,
    private readonly kinds: QueryKinds,
    private readonly writer: ThreadWriter,
  ) {}

  /**
   * Begins the conversation on a case, or asks a physician. A case has one message thread: where it is there
   * already, the body becomes its next message. Throws `request/not-found` for a case that is not this person's
   * to see, `thread/wrong-recipient`, `thread/empty-query`.
   */
  async open(caller: Caller, ask: ThreadAsk): Promise<Thread> {
    const audit = { action: 'threads.thread.create', kind: 'thread', details: { subjectType: ask.subjectType } };
    return this.uow.command(caller, audit, async (tx) => {
      const facts = await this.requireSubject(tx, caller, ask.subjectType, ask.subjectId);
      const opened =
        ask.kind === 'query' ? await this.ask(tx, caller, ask, facts) : await this.say(tx, caller, ask, facts);
      tx.about(opened.id);
      return asThread(opened);
    });
  }

  /** Adds a message. What the person asked writes after their answer is an addendum: the answer itself stays. */
  async post(caller: Caller, id: string, ask: MessageAsk): Promise<Message> {
    return this.uow.command(caller, { action: 'threads.message.post', kind: 'thread', id }, async (tx) => {
      const thread = await this.writer.require(tx, caller, id);
      if (thread.state === 'retracted') throw new AppError('thread/retracted', { current: asThread(thread) });
      const isAddendum = thread.answer !== null && thread.recipientId === caller.principal.userId;
      const kind = isAddendum ? 'addendum' : 'message';
      const written = await this.writer.write(tx, caller, thread, { ...ask, kind });
      this.writer.announce(tx, written);
      return asMessage(written.message);
    });
  }

  /** Who may be asked about a case. */
  async recipients(caller: Caller, subjectType: string, subjectId: string): Promise<{ items: QueryRecipient[] }> {
    const audit = { action: 'threads.thread.create', kind: subjectType, id: subjectId };
    return this.uow.read(caller, audit, async (tx) => {
      await this.requireSubject(tx, caller, subjectType, subjectId);
      return { items: (await this.kinds.find(subjectType)?.recipients(tx, subjectId)) ?? [] };
    });
  }

  /** The threads of a case as they are, for the module whose case it is. */
  async ofCase(tx: Tx, subjectType: string, subjectId: string): Promise<Thread[]> {
    return (await threadsOfCase(tx, subjectType, subjectId)).map(asThread);
  }

  /** A case's number, patient or facility changed: its threads show and hide with it. Call it in the same transaction. */
  async subjectChanged(tx: Tx, subjectType: string, subjectId: string): Promise<void> {
    const facts = await this.subjects.find(subjectType)?.describe(tx, subjectId);
    if (!facts) return;
    const rows: RowEffect[] = [];
    for (const before of await threadsOfCase(tx, subjectType, subjectId)) {
      await copySubject(tx, before.id, facts);
      rows.push(this.writer.effect(before, await findThread(tx, before.id)));
    }
    if (rows.length > 0) tx.append(ThreadsRegated, { id: subjectId, data: { causeId: subjectId }, rows });
  }

  private async say(tx: Tx, caller: Caller, ask: ThreadAsk, facts: SubjectFacts): Promise<ThreadRow> {
    const thread = (await this.existing(tx, ask)) ?? (await this.begin(tx, caller, ask, facts));
    const written = await this.writer.write(tx, caller, thread, { ...ask, kind: 'message' });
    this.writer.announce(tx, written);
    return written.after;
  }

  private async existing(tx: Tx, ask: ThreadAsk): Promise<ThreadRow | undefined> {
    const id = await messageThreadOf(tx, ask.subjectType, ask.subjectId);
    return id === undefined ? undefined : holdThread(tx, id);
  }

  /** Two people who begin at once: the second waits in the insert, then finds the first one's thread. */
  private async begin(tx: Tx, caller: Caller, ask: ThreadAsk, facts: SubjectFacts): Promise<ThreadRow> {
    const { userId } = caller.principal;
    const title = ask.title ?? `Case ${facts.number}`;
    const row = this.fresh(tx, caller, ask, facts, { title, number: await this.number(tx, 'THR') });
    const thread = (await this.writer.open(tx, row, [userId])) ?? (await this.existing(tx, ask));
    if (!thread) throw new Error('A thread that was begun is not there.');
    return thread;
  }

  private async ask(tx: Tx, caller: Caller, ask: ThreadAsk, facts: SubjectFacts): Promise<ThreadRow> {
    const query = await this.requireSendable(tx, caller, ask);
    const row: ThreadRow = {
      ...this.fresh(tx, caller, ask, facts, { title: ask.title ?? facts.number, number: await this.number(tx, 'QRY') }),
      state: 'sent',
      body: ask.body,
      options: optionsOf(ask.options ?? []),
      indicators: [...query.indicators],
      recipientId: query.recipientId,
      dueAt: await this.kinds.require(ask.subjectType).dueAt(tx, query),
    };
    const sent = await this.writer.open(tx, row, [caller.principal.userId, query.recipientId]);
    if (!sent) throw new Error('A query was not written.');
    const data = { ...this.writer.about(sent), recipientId: query.recipientId };
    tx.append(QuerySent, { id: sent.id, data, rows: [this.writer.effect(undefined, sent)] });
    return sent;
  }

  private async requireSendable(tx: Tx, caller: Caller, ask: ThreadAsk): Promise<QueryAsk> {
    const kind = this.kinds.require(ask.subjectType);
    if (!caller.principal.permissions.has(kind.mayAsk)) throw new AppError('access/forbidden');
    if (ask.options?.length === 1) throw new AppError('thread/empty-query');
    const known = await kind.recipients(tx, ask.subjectId);
    const recipient = known.find(({ userId }) => userId === ask.recipientId);
    const [active] = recipient ? await findReaders(tx, [recipient.userId]) : [];
    if (!recipient || !active?.permissions.has('threads.query.answer')) throw new AppError('thread/wrong-recipient');
    const indicators = (ask.indicators ?? []).map(({ documentId = null, on = null, ...rest }) => ({
      documentId,
      on,
      ...rest,
    }));
    const { subjectId, body, options = [] } = ask;
    const query = { subjectId, recipientId: recipient.userId, body, options, indicators };
    await kind.check(tx, query);
    return query;
  }

  private fresh(
    tx: Tx,
    caller: Caller,
    ask: ThreadAsk,
    facts: SubjectFacts,
    named: { title: string; number: string },
  ): ThreadRow {
    return {
      ...named,
      id: uuidv7(),
      kind: ask.kind,
      state: 'open',
      subjectType: ask.subjectType,
      subjectId: ask.subjectId,
      subjectNumber: facts.number,
      patient: facts.patient,
      facilityId: facts.facilityId,
      isRestricted: facts.isRestricted,
      body: '',
      options: [],
      indicators: [],
      answer: null,
      outcome: null,
      askedById: caller.principal.userId,
      recipientId: null,
      askedAt: tx.now,
      dueAt: null,
      messageCount: 0,
      lastMessageAt: null,
      lastAuthorId: null,
      activeAt: tx.now,
      reads: [],
      version: 1,
    };
  }

  private async requireSubject(tx: Tx, caller: Caller, type: string, id: string): Promise<SubjectFacts> {
    const isAdmitted = await this.subjects.admits(tx, caller.principal, type, id);
    const facts = isAdmitted ? await this.subjects.find(type)?.describe(tx, id) : undefined;
    if (!facts) throw notFound();
    return facts;
  }

  private async number(tx: Tx, prefix: 'THR' | 'QRY'): Promise<string> {
    return `${prefix}-${String(await tx.number(prefix)).padStart(6, '0')}`;
  }
}
