import type { MoveTarget } from '@caseboard/web/ui';
import type { BoardCase, BoardKind } from './board-case.ts';

/** Every stage as a line of the Move menu: the one it is in, those it may go to, and why not elsewhere. */
export function moveTargets<Case extends BoardCase>(
  kind: BoardKind<Case>,
  stage: string,
  mayMove: boolean,
  glyphOf: (stage: string) => MoveTarget['glyph'],
): MoveTarget[] {
  const reasons = new Map(kind.movesFrom(stage).map((move) => [move.stage, move.because]));
  return kind.stages.map((each) => ({
    stage: each,
    name: each === kind.over ? `${kind.stageWord(each)}…` : kind.stageWord(each),
    glyph: glyphOf(each),
    isHere: each === stage,
    reason: each === stage ? undefined : mayMove ? (reasons.get(each) ?? undefined) : 'not your role',
  }));
}
