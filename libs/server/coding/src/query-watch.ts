import { Injectable } from '@nestjs/common';
import { CodingPendCleared, CodingPended, CodingQueriesChanged } from '@caseboard/contracts';
import { People } from '@caseboard/server/identity';
import type { Tx } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import { about, step } from './case-steps.ts';
import type { CodingCaseRow } from './coding-case.types.ts';
import { HeldCases } from './held-cases.ts';
import { Pends } from './pends.ts';
import { pendsOf } from './pends.repository.ts';
import { QueryItems } from './query-items.ts';

/** A query of a case, as its events name it. */
export interface QueryOfCase {
  caseId: string;
  threadId: string;
}

/** What queries to physicians do to the charts they are about. */
@Injectable()
export class QueryWatch {
  constructor(
    private readonly cases: HeldCases,
    private readonly pends: Pends,
    private readonly charts: Charts,
    private readonly people: People,
    private readonly queries: QueryItems,
  ) {}

  /** A query was sent: the chart waits for its answer, and the query is work of its own. */
  async sent(tx: Tx, { caseId, threadId }: QueryOfCase, recipientId: string): Promise<void> {
    const held = await this.cases.holdByRule(tx, caseId);
    if (!held) return;
    const reason = `Waiting for ${await this.nameOf(tx, held.encounterId, recipientId)}`;
    const pended = await this.pends.add(tx, held, { reason, threadId });
    tx.append(CodingPended, pended.event);
    const asked = await this.count(tx, pended.row, 1, 'A query was sent');
    await this.cases.syncWork(tx, asked);
    await this.queries.open(tx, asked, threadId, reason);
  }

  /** The physician answered, or responded without answering: either way the coder reads and goes on. */
  async responded(tx: Tx, { caseId, threadId }: QueryOfCase, needs: string): Promise<void> {
    const held = await this.cases.holdByRule(tx, caseId);
    if (!held) return;
    await this.cases.syncWork(tx, await this.cleared(tx, held, threadId));
    await this.queries.wake(tx, threadId, needs);
  }

  /** The query ended, read or taken back. */
  async ended(tx: Tx, { caseId, threadId }: QueryOfCase, reason: string): Promise<void> {
    const held = await this.cases.holdByRule(tx, caseId);
    if (!held) return;
    const cleared = await this.cleared(tx, held, threadId);
    await this.cases.syncWork(tx, await this.count(tx, cleared, -1, reason));
    await this.queries.finish(tx, threadId, reason);
  }

  private async cleared(tx: Tx, held: CodingCaseRow, threadId: string): Promise<CodingCaseRow> {
    const pend = (await pendsOf(tx, [held.id])).get(held.id)?.find((one) => one.threadId === threadId);
    const cleared = pend && (await this.pends.clear(tx, held, pend));
    if (!cleared) return held;
    tx.append(CodingPendCleared, cleared.event);
    return cleared.row;
  }

  private async count(tx: Tx, row: CodingCaseRow, by: 1 | -1, reason: string): Promise<CodingCaseRow> {
    const openQueries = Math.max(0, row.openQueries + by);
    const after = await step(tx, 'queries-changed', row, { openQueries }, reason);
    tx.append(CodingQueriesChanged, about(after));
    return after;
  }

  private async nameOf(tx: Tx, encounterId: string, userId: string): Promise<string> {
    const chart = (await this.charts.encountersOf(tx, [encounterId])).get(encounterId);
    const clinician = chart?.clinicians.find((one) => one.userId === userId);
    return clinician?.name ?? (await this.people.colleaguesById(tx, [userId])).get(userId)?.name ?? 'the physician';
  }
}
