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

/** Why a stage is out of reach, in words for the Move menu. */
const BARRIERS: Record<DenialStage, string> = {
  new: 'A case is new only until somebody touches it.',
  triaged: 'The case is past triage.',
  investigating: 'The case is being investigated already.',
  waiting: 'A case waits before it is decided or sent.',
  decided: 'Investigate it again before deciding anew.',
  submitted: 'Decide what to send first.',
  closed: 'Decide first; a case closes after a decision or the payer’s answer.',
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
