import { DENIAL_STAGES, isLegalMove, movesFrom } from '@caseboard/contracts';
import type { DenialStage } from '@caseboard/contracts';
import { StageGlyph, stageWord, type MoveTarget } from '@caseboard/web/ui';

const isStage = (stage: string): stage is DenialStage => DENIAL_STAGES.some((known) => known === stage);

/** Every stage as a line of the Move menu: the one it is in, those it may go to, and why not elsewhere. */
export function moveTargets(stage: string, mayMove: boolean): MoveTarget[] {
  if (!isStage(stage)) return [];
  const reasons = new Map(movesFrom(stage).map((move) => [move.stage, move.because]));
  return DENIAL_STAGES.map((each) => ({
    stage: each,
    name: each === 'closed' ? 'Closed…' : stageWord(each),
    glyph: <StageGlyph stage={each} />,
    isHere: each === stage,
    reason: each === stage ? undefined : mayMove ? (reasons.get(each) ?? undefined) : 'not your role',
  }));
}

/** The stage a drop or a menu line names, when a case may go there. */
export const legalTarget = (from: DenialStage, to: string): DenialStage | undefined =>
  isStage(to) && isLegalMove(from, to) ? to : undefined;
