import { Injectable } from '@nestjs/common';
import { QueryAnswered, QueryClosed, QueryResponded, QueryRetracted, QueryViewed } from '@caseboard/contracts';
import type { answerAsk, responseAsk, retractionAsk, reviewAsk, Thread } from '@caseboard/contracts';
import { AppError, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { AuditSubject, Caller, Tx } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { allows, answerText } from './query-state.rules.ts';
import type { QueryAct } from './query-state.rules.ts';
import { ThreadWriter } from './thread-writer.ts';
import { asThread } from './thread.rows.ts';
import type { ThreadRow } from './thread.types.ts';

const RESPONSES = {
  'need-info': 'More information is needed.',
  'not-my-patient': 'This is not my patient.',
} as const;

/**
 * What happens to a query after it was sent (domain 2.5). Everything sent stays as it is: the question, the answer,
 * every message. Throws `thread/illegal-move`, or `thread/retracted` once it was taken back, with the query as it is.
 */
@Injectable()
export class Queries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly writer: ThreadWriter,
  ) {}

  /** The person asked opened the question. Again, or after the answer, it changes nothing. */
  async view(caller: Caller, id: string): Promise<Thread> {
    return this.uow.command(caller, this.audit('threads.query.answer', id), async (tx) => {
      const before = await this.requireAsked(tx, caller, id);
      if (!allows(before.state, 'view')) return asThread(before);
      const after = await this.writer.change(tx, before, { state: 'viewed' });
      tx.append(QueryViewed, { id, data: this.writer.about(after), rows: [this.writer.effect(before, after)] });
      return asThread(after);
    });
  }

  /** The answer, kept word for word. Throws `thread/answer-empty` without one, and for "other" without words. */
  async answer(caller: Caller, id: string, ask: z.output<typeof answerAsk>): Promise<Thread> {
    return this.uow.command(caller, this.audit('threads.query.answer', id), async (tx) => {
      const before = await this.requireAsked(tx, caller, id);
      this.requireAllowed(before, 'answer');
      const option = before.options.find((one) => one.id === ask.optionId);
      const body = ask.body ?? '';
      if (ask.optionId !== undefined && !option) throw unknownOption();
      if (body === '' && (!option || option.id === 'other')) throw new AppError('thread/answer-empty');
      const answer = { optionId: option?.id ?? null, body, byId: caller.principal.userId, at: tx.now.toISOString() };
      const words = { kind: 'answer' as const, body: answerText(option, body) };
      const written = await this.writer.write(tx, caller, before, words, { state: 'answered', answer });
      const rows = this.writer.effects(written);
      tx.append(QueryAnswered, { id, data: this.writer.about(before), rows });
      return asThread(written.after);
    });
  }

  /** No answer, but a response: more information is needed, or the patient is not theirs. */
  async respond(caller: Caller, id: string, ask: z.output<typeof responseAsk>): Promise<Thread> {
    return this.uow.command(caller, this.audit('threads.query.answer', id), async (tx) => {
      const before = await this.requireAsked(tx, caller, id);
      this.requireAllowed(before, 'respond');
      const words = [RESPONSES[ask.response], ask.body].filter((part) => part).join('\n');
      const written = await this.happen(tx, caller, before, words, { state: ask.response });
      const data = { ...this.writer.about(before), response: ask.response };
      tx.append(QueryResponded, { id, data, rows: this.writer.effects(written) });
      return asThread(written.after);
    });
  }

  /** Takes a question back that has no answer yet; whoever is just answering is told. */
  async retract(caller: Caller, id: string, ask: z.output<typeof retractionAsk>): Promise<Thread> {
    return this.uow.command(caller, this.audit('threads.query.review', id), async (tx) => {
      const before = await this.requireQuery(tx, caller, id);
      this.requireAllowed(before, 'retract');
      const words = `The question was taken back: ${ask.reason}`;
      const written = await this.happen(tx, caller, before, words, { state: 'retracted' });
      tx.append(QueryRetracted, { id, data: this.writer.about(before), rows: this.writer.effects(written) });
      return asThread(written.after);
    });
  }

  /** The asker read the answer: the query is closed with its outcome. Without an answer it is only no longer needed. */
  async review(caller: Caller, id: string, ask: z.output<typeof reviewAsk>): Promise<Thread> {
    return this.uow.command(caller, this.audit('threads.query.review', id), async (tx) => {
      const before = await this.requireQuery(tx, caller, id);
      this.requireAllowed(before, 'review');
      if (before.answer === null && ask.outcome !== 'no-longer-needed') throw illegal(before);
      const words = ['The query was closed.', ask.note].filter((part) => part).join('\n');
      const changes = { state: 'closed', outcome: ask.outcome } as const;
      const written = await this.happen(tx, caller, before, words, changes);
      const data = { ...this.writer.about(before), outcome: ask.outcome };
      tx.append(QueryClosed, { id, data, rows: this.writer.effects(written) });
      return asThread(written.after);
    });
  }

  private happen(tx: Tx, caller: Caller, before: ThreadRow, body: string, changes: Partial<ThreadRow>) {
    return this.writer.write(tx, caller, before, { kind: 'event', body }, changes);
  }

  private async requireQuery(tx: Tx, caller: Caller, id: string): Promise<ThreadRow> {
    const row = await this.writer.require(tx, caller, id);
    if (row.kind !== 'query') throw illegal(row);
    return row;
  }

  /** A query this person was asked; for anybody else it is as if there were none. */
  private async requireAsked(tx: Tx, caller: Caller, id: string): Promise<ThreadRow> {
    const row = await this.writer.require(tx, caller, id);
    if (row.recipientId !== caller.principal.userId) throw notFound();
    return row;
  }

  private requireAllowed(row: ThreadRow, act: QueryAct): void {
    if (allows(row.state, act)) return;
    throw row.state === 'retracted' ? new AppError('thread/retracted', { current: asThread(row) }) : illegal(row);
  }

  private audit = (action: string, id: string): AuditSubject => ({ action, kind: 'thread', id });
}

const illegal = (row: ThreadRow) => new AppError('thread/illegal-move', { current: asThread(row) });
const unknownOption = () =>
  new AppError('request/invalid', { errors: [{ pointer: '/optionId', message: 'This is not one of the answers.' }] });
