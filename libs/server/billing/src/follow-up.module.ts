import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ChoreRegistry, LiveRegistry, ReactionRegistry } from '@caseboard/server/kernel';
import { ThreadsModule, ThreadSubjects } from '@caseboard/server/threads';
import { CaseKinds, copyingKind, WorklistModule } from '@caseboard/server/worklist';
import { followUpSubject } from './billing-subjects.ts';
import { FollowUpBoard } from './follow-up-board.service.ts';
import { copyItemsToFollowUps } from './follow-up-cases.repository.ts';
import { FollowUpDetails } from './follow-up-details.service.ts';
import { FollowUpMover } from './follow-up-mover.service.ts';
import { FollowUpOpener } from './follow-up-opener.service.ts';
import { FollowUpFinding } from './follow-up-finding.ts';
import { visibleFollowUp } from './follow-up.access.ts';
import { FollowUpController } from './follow-up.controller.ts';
import { FollowUpReactions } from './follow-up.reactions.ts';
import { followUpRow } from './follow-up.row.ts';
import { FollowUps } from './follow-ups.service.ts';

/** Claims their payers do not answer: opened by rule, asked about by people. */
@Module({
  imports: [ThreadsModule, WorklistModule],
  controllers: [FollowUpController],
  providers: [
    FollowUpBoard,
    FollowUpDetails,
    FollowUpFinding,
    FollowUpMover,
    FollowUpOpener,
    FollowUpReactions,
    FollowUps,
  ],
  exports: [FollowUpOpener, FollowUps],
})
export class FollowUpModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly kinds: CaseKinds,
    private readonly reactions: ReactionRegistry,
    private readonly chores: ChoreRegistry,
    private readonly threads: ThreadSubjects,
    private readonly own: FollowUpReactions,
  ) {}

  onModuleInit(): void {
    this.kinds.register(copyingKind('follow-up', followUpRow, copyItemsToFollowUps));
    this.threads.register(followUpSubject);
    this.reactions.register(this.own.answers);
    this.chores.register(this.own.open);
    this.chores.register(this.own.wake);
    const permission = 'billing.follow-up.read';
    this.live.registerRow(followUpRow);
    this.live.registerChannel({
      prefix: 'board:follow-up',
      audience: 'follow-up',
      permission,
      admits: async (_tx, _principal, key) => key === '',
    });
    this.live.registerChannel({
      prefix: 'case:follow-up',
      audience: 'follow-up',
      permission,
      admits: async (tx, principal, id) => (await visibleFollowUp(tx, principal, id)) !== undefined,
    });
  }
}
