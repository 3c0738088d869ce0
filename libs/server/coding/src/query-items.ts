import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { Threads } from '@caseboard/server/threads';
import { WorkItems } from '@caseboard/server/worklist';
import { shortWords } from './case-work.rules.ts';
import type { CodingCaseRow } from './coding-case.types.ts';

/** Open queries as work in their own queue, so that a lead sees them by age: the asker's, waiting for the physician. */
@Injectable()
export class QueryItems {
  constructor(
    private readonly items: WorkItems,
    private readonly threads: Threads,
  ) {}

  /** Makes a sent query work of whoever asked. */
  async open(tx: Tx, of: CodingCaseRow, threadId: string, needs: string): Promise<void> {
    const thread = (await this.threads.ofCase(tx, 'coding', of.id)).find(({ id }) => id === threadId);
    if (!thread) return;
    await this.items.open(tx, {
      queueKey: 'queries',
      subjectType: 'query',
      subjectId: threadId,
      number: thread.number,
      facilityId: of.facilityId,
      code: of.number,
      needs: shortWords(needs),
      patient: of.patient,
      payer: '',
      amountCents: 0,
      dueOn: thread.dueAt?.slice(0, 10) ?? null,
      dueRule: 'answer to a query within 72 hours',
      openedAt: new Date(thread.askedAt),
      ownerId: thread.askedById,
    });
    await this.items.change(tx, 'query', threadId, { state: 'waiting' });
  }

  /** The physician responded: it is the asker's turn. */
  async wake(tx: Tx, threadId: string, needs: string): Promise<void> {
    await this.items.change(tx, 'query', threadId, { state: 'open', needs });
  }

  async finish(tx: Tx, threadId: string, reason: string): Promise<void> {
    await this.items.change(tx, 'query', threadId, { state: 'done' }, reason);
  }
}
