import { Injectable } from '@nestjs/common';
import type { DenialStage } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import { caseMoves } from './case-moves.ts';
import type { CaseAct, DenialCaseRow } from './denial-case.types.ts';
import { findCase, moveCase } from './denial-cases.repository.ts';
import { workStateOf } from './denial-stage.rules.ts';
import type { Closing } from './denial-stage.rules.ts';
import { nextActOf } from './next-act.rules.ts';

/** A move that was checked: where to, and what is known when it closes. */
export interface CheckedMove {
  act: CaseAct;
  stage: DenialStage;
  closing: Closing;
  reason?: string;
}

/**
 * Writes a move: the case, its history, the column totals, and the work item with its clock. The caller holds
 * the case's item (`WorkItems.hold`), has checked the move, and appends the event.
 */
@Injectable()
export class CaseMover {
  constructor(private readonly items: WorkItems) {}

  /** The case as it is now; undefined when somebody changed it first. */
  async move(
    tx: Tx,
    before: DenialCaseRow,
    { act, stage, closing, reason }: CheckedMove,
  ): Promise<DenialCaseRow | undefined> {
    const moved = await moveCase(tx, { ...before, ...closing, stage });
    if (!moved) return undefined;
    await caseMoves.record(tx, [{ act, before, after: moved, reason }]);
    await this.items.change(
      tx,
      'denial',
      moved.id,
      { state: workStateOf(stage), needs: nextActOf(moved, stage) },
      reason,
    );
    return (await findCase(tx, moved.id)) ?? moved;
  }
}
