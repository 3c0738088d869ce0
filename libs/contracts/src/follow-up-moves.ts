import { FOLLOW_UP_STAGES } from './follow-up.resources.ts';
import type { FollowUpStage } from './follow-up.resources.ts';

/** Where a person may put a follow-up case. `promised` is reached by a call that names the day, `silent` by silence. */
const MOVES: Record<FollowUpStage, readonly FollowUpStage[]> = {
  silent: ['contacted', 'info-requested', 'resolved'],
  contacted: ['info-requested', 'resolved'],
  promised: ['contacted', 'info-requested', 'resolved'],
  'info-requested': ['contacted', 'resolved'],
  resolved: ['contacted'],
};

/** Why a stage is out of reach, short enough for a line of the Move menu. */
const BARRIERS: Record<FollowUpStage, string> = {
  silent: 'only while nobody asked',
  contacted: 'contacted already',
  promised: 'log the call with its day',
  'info-requested': 'reopen it first',
  resolved: 'resolved already',
};

/** One other stage of a case's Move menu: may it go there, and if not, why. */
export interface FollowUpMove {
  stage: FollowUpStage;
  isAllowed: boolean;
  because: string | null;
}

/** Whether a person may move a follow-up case from one stage to another. Staying is not a move. */
export const isLegalFollowUpMove = (from: FollowUpStage, to: FollowUpStage): boolean => MOVES[from].includes(to);

/** Every other stage in the order of the board. One table for both sides: the server refuses what the menu greys. */
export function followUpMovesFrom(from: FollowUpStage): FollowUpMove[] {
  return FOLLOW_UP_STAGES.filter((stage) => stage !== from).map((stage) => {
    const isAllowed = isLegalFollowUpMove(from, stage);
    return { stage, isAllowed, because: isAllowed ? null : BARRIERS[stage] };
  });
}
