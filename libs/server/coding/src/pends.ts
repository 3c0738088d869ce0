import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { about, begun, step } from './case-steps.ts';
import type { CodingCaseRow, PendRow } from './coding-case.types.ts';
import { clearPend, insertPend, pendsOf } from './pends.repository.ts';

/** What a new pend says. */
export interface NewPend {
  reason: string;
  /** The query whose answer clears it. */
  threadId: string | null;
}

/** A pend written or cleared: the case as it is now, and what its event says. */
export interface PendStep {
  row: CodingCaseRow;
  event: ReturnType<typeof about> & { data: { pendId: string } };
}

/** Pends of a held case and the state that follows from them. The caller appends the event and syncs the work. */
@Injectable()
export class Pends {
  /** Adds a pend. A chart in work becomes pended; one that is not ready, or final already, keeps its state. */
  async add(tx: Tx, held: CodingCaseRow, { reason, threadId }: NewPend): Promise<PendStep> {
    const id = uuidv7();
    const pend = { id, caseId: held.id, reason, threadId, madeBy: tx.actor, madeAt: tx.now };
    await insertPend(tx, pend);
    const started = await begun(tx, held);
    const change = started.state === 'in-progress' ? ({ state: 'pended' } as const) : {};
    return pendStep(await step(tx, 'pended', started, change, reason), id);
  }

  /** Clears a pend; the last one lets the chart go on. Undefined when it was cleared already. */
  async clear(tx: Tx, held: CodingCaseRow, pend: PendRow): Promise<PendStep | undefined> {
    if (!(await clearPend(tx, pend.id))) return undefined;
    const left = ((await pendsOf(tx, [held.id])).get(held.id) ?? []).some(({ clearedAt }) => clearedAt === null);
    const change = held.state === 'pended' && !left ? ({ state: 'in-progress' } as const) : {};
    return pendStep(await step(tx, 'pend-cleared', held, change, pend.reason), pend.id);
  }
}

function pendStep(row: CodingCaseRow, pendId: string): PendStep {
  const said = about(row);
  return { row, event: { ...said, data: { ...said.data, pendId } } };
}
