import { Injectable } from '@nestjs/common';
import type { FollowUpStage } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import { needsOf, workStateOf } from './follow-up.rules.ts';
import type { CallOutcome } from './follow-up.rules.ts';
import type { FollowUpAct, FollowUpRow } from './follow-up.types.ts';
import { findFollowUps, writeFollowUp } from './follow-up-cases.repository.ts';
import { followUpMoves } from './follow-up-moves.ts';

/** A move that was checked. */
export interface CheckedFollowUp {
  act: FollowUpAct;
  stage: FollowUpStage;
  /** The day promised, when the stage is `promised`. */
  promisedOn?: string | null | undefined;
  /** How the contact went that moved it. */
  outcome?: CallOutcome | undefined;
  needs?: string | undefined;
  reason?: string | undefined;
}

/**
 * Writes a move: the case, its history, the column totals, and the work item with its clock. The caller holds the
 * case's item, has checked the move, and appends the event.
 */
@Injectable()
export class FollowUpMover {
  constructor(private readonly items: WorkItems) {}

  /** The case as nobody else can change it until this transaction ends. */
  async hold(tx: Tx, id: string): Promise<FollowUpRow | undefined> {
    await this.items.hold(tx, 'follow-up', [id]);
    return (await findFollowUps(tx, [id]))[0];
  }

  /** The case as it is now; undefined when somebody changed it first. */
  async move(tx: Tx, before: FollowUpRow, move: CheckedFollowUp): Promise<FollowUpRow | undefined> {
    const { act, stage, outcome, reason } = move;
    const contact = act === 'called' ? { callCount: before.callCount + 1, lastContactAt: tx.now } : {};
    const promisedOn = stage === 'promised' ? (move.promisedOn ?? before.promisedOn) : null;
    const moved = await writeFollowUp(tx, { ...before, ...contact, stage, promisedOn });
    if (!moved) return undefined;
    await followUpMoves.record(tx, [{ act, before, after: moved, reason }]);
    const work = { state: workStateOf(stage), needs: move.needs ?? needsOf(stage, outcome) };
    await this.items.change(tx, 'follow-up', moved.id, work, reason);
    return (await findFollowUps(tx, [moved.id]))[0] ?? moved;
  }
}
