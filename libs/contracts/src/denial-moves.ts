import { DENIAL_STAGES } from './denials.resources.ts';
import type { DenialStage } from './denials.resources.ts';

/** Where a case may go from each stage (domain 2.3). Back is allowed while nothing has left the house. */
const MOVES: Record<DenialStage, readonly DenialStage[]> = {
  new: ['triaged', 'investigating', 'waiting', 'decided'],
  triaged: ['investigating', 'waiting', 'decided'],
  investigating: ['triaged', 'waiting', 'decided'],
  waiting: ['triaged', 'investigating', 'decided'],
  decided: ['investigating', 'waiting', 'submitted', 'closed'],
  submitted: ['investigating', 'closed'],
  closed: ['investigating'],
};

/** Why a stage is out of reach, short enough for a line of the Move menu. */
const BARRIERS: Record<DenialStage, string> = {
  new: 'only while untouched',
  triaged: 'past triage',
  investigating: 'investigated already',
  waiting: 'only before it is sent',
  decided: 'investigate first',
  submitted: 'decide first',
  closed: 'decide first',
};

/** One other stage of a case's Move menu: may it go there, and if not, why. */
export interface DenialMove {
  stage: DenialStage;
  isAllowed: boolean;
  because: string | null;
}

/** Whether a case may go from one stage to another. Staying is not a move. */
export const isLegalMove = (from: DenialStage, to: DenialStage): boolean => MOVES[from].includes(to);

/** Every other stage in the order of the board. One table for both sides: the server refuses what the menu greys. */
export function movesFrom(from: DenialStage): DenialMove[] {
  return DENIAL_STAGES.filter((stage) => stage !== from).map((stage) => {
    const isAllowed = isLegalMove(from, stage);
    return { stage, isAllowed, because: isAllowed ? null : BARRIERS[stage] };
  });
}
