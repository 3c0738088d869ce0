import { channels } from '@caseboard/contracts';
import type { FollowUpStage } from '@caseboard/contracts';
import { StageMoves } from '@caseboard/server/worklist';
import type { FollowUpAct } from './follow-up.types.ts';

/** What happened to the cases of the board. */
export const followUpMoves = new StageMoves<FollowUpAct, FollowUpStage>(
  'billing.follow_up_move',
  channels.board('follow-up'),
);
