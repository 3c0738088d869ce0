import { DENIAL_STAGES, movesFrom } from '@caseboard/contracts';
import type { DenialCase, DenialStage } from '@caseboard/contracts';
import { StageGlyph, stageWord } from '@caseboard/web/ui';
import type { BoardKind } from '@caseboard/web/worklist';

/** Denial cases on their board: seven stages, the last one over. */
export const DENIAL_KIND: BoardKind<DenialCase> = {
  stages: DENIAL_STAGES,
  over: 'closed',
  stageWord,
  movesFrom,
  newsOf: {
    'denials.case-moved': (who, number, stage) => `${who} moved ${number} to ${stage}`,
    'denials.case-opened': (_, number) => `New: ${number}`,
    'denials.case-reversed': (_, number) => `The payer took back ${number}; it is closed`,
  },
};

/** The stage's sign, on columns and in the Move menu. */
export const stageGlyph = (stage: string) => <StageGlyph stage={stage as DenialStage} />;
