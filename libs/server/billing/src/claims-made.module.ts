import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ChoreRegistry, LiveRegistry, ReactionRegistry } from '@caseboard/server/kernel';
import { RecordsModule } from '@caseboard/server/records';
import { ThreadsModule, ThreadSubjects } from '@caseboard/server/threads';
import { WorklistModule } from '@caseboard/server/worklist';
import { AcknowledgementsModule } from './acknowledgements.module.ts';
import { claimEditSubject } from './billing-subjects.ts';
import { ClaimCharts } from './claim-charts.service.ts';
import { ClaimEdits } from './claim-edits.service.ts';
import { ClaimLineage } from './claim-lineage.service.ts';
import { ClaimLineageController } from './claim-lineage.controller.ts';
import { ClaimMaker } from './claim-maker.service.ts';
import { ClaimSender } from './claim-sender.service.ts';
import { ClaimVoids } from './claim-voids.service.ts';
import { ClaimsMadeReactions } from './claims-made.reactions.ts';
import { feeRow, feesChannel } from './fee.row.ts';
import { FeesController } from './fees.controller.ts';
import { Fees } from './fees.service.ts';
import { submissionRow, submissionsChannel } from './submission.row.ts';
import { SubmissionsController } from './submissions.controller.ts';
import { Submissions } from './submissions.service.ts';

/** Claims made here: built from final codes at our prices, sent as 837 files. */
@Module({
  imports: [AcknowledgementsModule, RecordsModule, ThreadsModule, WorklistModule],
  controllers: [ClaimLineageController, FeesController, SubmissionsController],
  providers: [
    ClaimCharts,
    ClaimEdits,
    ClaimLineage,
    ClaimMaker,
    ClaimSender,
    ClaimVoids,
    ClaimsMadeReactions,
    Fees,
    Submissions,
  ],
  exports: [ClaimMaker, ClaimSender, Fees],
})
export class ClaimsMadeModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly reactions: ReactionRegistry,
    private readonly chores: ChoreRegistry,
    private readonly threads: ThreadSubjects,
    private readonly own: ClaimsMadeReactions,
  ) {}

  onModuleInit(): void {
    this.threads.register(claimEditSubject);
    this.live.registerRow(submissionRow);
    this.live.registerChannel(submissionsChannel);
    this.live.registerRow(feeRow);
    this.live.registerChannel(feesChannel);
    this.reactions.register(this.own.makeClaims);
    this.reactions.register(this.own.markDrafts);
    this.chores.register(this.own.retryDrafts);
  }
}
