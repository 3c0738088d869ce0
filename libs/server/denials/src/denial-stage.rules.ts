import { isLegalMove } from '@caseboard/contracts';
import type { DenialStage, ErrorCode, WorkItemState } from '@caseboard/contracts';

/** Both sides share one table of legal moves; the browser greys what the server refuses. */
export { isLegalMove, movesFrom } from '@caseboard/contracts';

/** What the person says about the case when it closes. */
export interface Closing {
  rootCause: string | null;
  isPreventable: boolean | null;
  recoveredCents: number | null;
}

/** Why a move is refused; undefined when it may happen. Closing needs all three facts (domain 2.3, close guard). */
export function refuseMove(from: DenialStage, to: DenialStage, closing: Closing): ErrorCode | undefined {
  if (!isLegalMove(from, to)) return 'denial/illegal-move';
  const isComplete = closing.rootCause !== null && closing.isPreventable !== null && closing.recoveredCents !== null;
  return to === 'closed' && !isComplete ? 'denial/close-incomplete' : undefined;
}

/** The state of the case's work: waiting pauses its clock, closed ends it, anything else is to do. */
export function workStateOf(stage: DenialStage): WorkItemState {
  if (stage === 'closed') return 'done';
  return stage === 'waiting' ? 'waiting' : 'open';
}
