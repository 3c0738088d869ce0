import type { BoardCase } from './board-case.ts';
import type { PendingOwner } from './pending-owner.rules.ts';

/** An own move the server has not shown yet. It holds while the case is the version it was made on. */
export interface PendingMove {
  stage: string;
  fromVersion: number;
  /** More than 400 ms have passed without an answer. */
  isLate: boolean;
}

/** The case as this person made it, until the server's next version of it or of its work item says otherwise. */
export function withPending<Case extends BoardCase>(
  row: Case,
  move: PendingMove | undefined,
  owner: PendingOwner | undefined,
): Case {
  const isMoving = move?.fromVersion === row.version;
  const isGiven = owner?.fromVersion === row.workItemVersion;
  if (!isMoving && !isGiven) return row;
  return { ...row, ...(isMoving ? { stage: move.stage } : {}), ...(isGiven ? { ownerId: owner.ownerId } : {}) };
}

type Versions = Pick<BoardCase, 'version' | 'workItemVersion'>;

/** Whether an answer knows more of a case than the card held: newer in one of its two versions, older in none. */
export const isAhead = (answer: Versions, held: Versions): boolean =>
  answer.version >= held.version &&
  answer.workItemVersion >= held.workItemVersion &&
  (answer.version > held.version || answer.workItemVersion > held.workItemVersion);
