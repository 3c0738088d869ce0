import { Injectable } from '@nestjs/common';
import { DenialDeadlineMoved } from '@caseboard/contracts';
import type { PayerRuleKind } from '@caseboard/contracts';
import { effectOf, UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { Payers } from '@caseboard/server/records';
import { WorkItems } from '@caseboard/server/worklist';
import { caseMoves } from './case-moves.ts';
import { markStale, setDeadlines, staleCases, unmark } from './deadlines.repository.ts';
import { denialCaseRow } from './denial-case.row.ts';
import type { DenialCaseRow } from './denial-case.types.ts';
import { findCases } from './denial-cases.repository.ts';
import { deadlineOf } from './denial-deadline.rules.ts';
import type { Deadline } from './denial-deadline.rules.ts';

/** Cases counted in one transaction: two events each, and short enough that nobody waits. */
const BATCH = 100;
const REASON = 'a payer rule changed';

/** Counts deadlines again after a payer rule changed: marks at once, counts in batches. */
@Injectable()
export class DenialDeadlines {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly payers: Payers,
    private readonly items: WorkItems,
  ) {}

  /** Marks the cases a changed rule may concern; `recount` does the rest. */
  async mark(tx: Tx, payerId: string, kind: PayerRuleKind): Promise<void> {
    await markStale(tx, payerId, kind);
  }

  /** Counts every marked case of one organisation; how many. Safe on several workers. */
  async recount(orgId: string): Promise<number> {
    let total = 0;
    for (;;) {
      const ids = await this.uow.peek(orgId, async (tx) => (await staleCases(tx, BATCH)).map(({ id }) => id));
      if (ids.length === 0) return total;
      const audit = { action: 'rule.denials.deadlines', kind: 'denial-case', details: { cases: ids.length } };
      await this.uow.actAs(orgId, 'rule:denials.deadlines', audit, (tx) => this.step(tx, ids));
      total += ids.length;
    }
  }

  private async step(tx: Tx, ids: readonly string[]): Promise<void> {
    await this.items.hold(tx, 'denial', ids);
    const held = await findCases(tx, ids);
    const moved = await this.movedDeadlines(tx, held);
    await unmark(
      tx,
      ids.filter((id) => !moved.has(id)),
    );
    if (moved.size === 0) return;
    const before = new Map(held.map((row) => [row.id, row]));
    const written = await setDeadlines(tx, moved);
    await caseMoves.record(
      tx,
      written.map((after) => ({
        act: 'deadline' as const,
        before: before.get(after.id),
        after,
        reason: after.dueRule ?? REASON,
      })),
    );
    await this.items.changeMany(tx, 'denial', moved, REASON);
    for (const after of await findCases(tx, [...moved.keys()])) {
      const rows = [effectOf(denialCaseRow, before.get(after.id), after, REASON)];
      tx.append(DenialDeadlineMoved, { id: after.id, data: { caseId: after.id }, rows, reason: REASON });
    }
  }

  private async movedDeadlines(tx: Tx, cases: readonly DenialCaseRow[]): Promise<Map<string, Deadline>> {
    const rules = await this.payers.rulesOf(tx, [...new Set(cases.map(({ payerId }) => payerId))]);
    const counted = cases.map((row) => ({
      row,
      deadline: deadlineOf(rules.get(row.payerId) ?? [], row.dueKind, row.deniedOn),
    }));
    const moved = counted.filter(
      ({ row, deadline }) => row.dueOn !== deadline.dueOn || row.dueRule !== deadline.dueRule,
    );
    return new Map(moved.map(({ row, deadline }) => [row.id, deadline]));
  }
}
