import { channels } from '@caseboard/contracts';
import type { DenialStage } from '@caseboard/contracts';
import { StageMoves } from '@caseboard/server/worklist';
import type { CaseAct } from './denial-case.types.ts';

/** What happened to the cases of the board. */
export const caseMoves = new StageMoves<CaseAct, DenialStage>('denials.case_move', channels.board('denials'));
