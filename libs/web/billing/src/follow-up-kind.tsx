import { FOLLOW_UP_STAGES, followUpMovesFrom } from '@caseboard/contracts';
import type { FollowUpCase, FollowUpStage } from '@caseboard/contracts';
import { StateGlyph, StateMark, type WorkState } from '@caseboard/web/ui';
import type { BoardKind } from '@caseboard/web/worklist';

const STAGES: Record<FollowUpStage, readonly [word: string, mark: WorkState]> = {
  silent: ['Silent', 'new'],
  contacted: ['Asked', 'working'],
  promised: ['Promised', 'snoozed'],
  'info-requested': ['Wants information', 'blocked'],
  resolved: ['Resolved', 'done'],
};

const stageOf = (stage: string) => STAGES[stage as FollowUpStage];

/** Claims a payer does not answer, from silence to an answer. */
export const FOLLOW_UP_KIND: BoardKind<FollowUpCase> = {
  stages: FOLLOW_UP_STAGES,
  over: 'resolved',
  stageWord: (stage) => stageOf(stage)[0],
  movesFrom: followUpMovesFrom,
  newsOf: {
    'billing.follow-up-moved': (who, number, stage) => `${who} moved ${number} to ${stage}`,
    'billing.follow-up-opened': (_, number) => `New: ${number}`,
    'billing.follow-up-woke': (_, number) => `${number} woke up: the promised day came without an answer`,
    'billing.payer-called': (who, number) => `${who} logged a call for ${number}`,
  },
};

export const followUpGlyph = (stage: string) => <StateGlyph state={stageOf(stage)[1]} />;

/** A stage as sign and word; `by` says who just changed it. */
export const followUpMark = (stage: string, by?: string) => (
  <StateMark state={stageOf(stage)[1]}>{by ?? stageOf(stage)[0]}</StateMark>
);
