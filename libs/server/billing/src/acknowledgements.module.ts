import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ExportRegistry, LiveRegistry } from '@caseboard/server/kernel';
import { ImportKinds, RecordsModule } from '@caseboard/server/records';
import { ThreadsModule, ThreadSubjects } from '@caseboard/server/threads';
import { CaseKinds, copyingKind, WorklistModule } from '@caseboard/server/worklist';
import { AcknowledgementRecorder } from './acknowledgement-recorder.ts';
import { admitsToClaim, claimsChannel } from './billing.access.ts';
import { ClaimStatusImport } from './claim-status-import.ts';
import { claimRow } from './claim.row.ts';
import { EarlyAnswers } from './early-answers.ts';
import { exportedRejections } from './exported-claims.ts';
import { RejectionOpener } from './rejection-opener.ts';
import { admitsToRejection, rejectionRow, rejectionSubject } from './rejection.row.ts';
import { copyItemsToRejections } from './rejections.repository.ts';
import { RejectionsController } from './rejections.controller.ts';
import { Rejections } from './rejections.service.ts';
import { SetAcknowledgementImport } from './set-acknowledgement-import.ts';
import { SetAcknowledger } from './set-acknowledger.ts';

/** What comes back for sent claims before they are adjudicated, and claims that come back rejected. */
@Module({
  imports: [RecordsModule, ThreadsModule, WorklistModule],
  controllers: [RejectionsController],
  providers: [
    AcknowledgementRecorder,
    ClaimStatusImport,
    EarlyAnswers,
    RejectionOpener,
    Rejections,
    SetAcknowledgementImport,
    SetAcknowledger,
  ],
  exports: [EarlyAnswers, Rejections],
})
export class AcknowledgementsModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly kinds: ImportKinds,
    private readonly cases: CaseKinds,
    private readonly sets: SetAcknowledgementImport,
    private readonly statuses: ClaimStatusImport,
    private readonly threads: ThreadSubjects,
    private readonly exports: ExportRegistry,
    private readonly rejections: Rejections,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.sets);
    this.kinds.register(this.statuses);
    this.cases.register(copyingKind('rejection', rejectionRow, copyItemsToRejections));
    this.threads.register(rejectionSubject);
    this.exports.register(exportedRejections(this.rejections));
    this.live.registerRow(claimRow);
    this.live.registerRow(rejectionRow);
    this.live.registerChannel(claimsChannel);
    const claims = { audience: 'claims', permission: 'billing.claim.read' } as const;
    this.live.registerChannel({ ...claims, prefix: 'case:claim', admits: admitsToClaim });
    const rejections = { audience: 'rejections', permission: 'billing.rejection.read' } as const;
    this.live.registerChannel({ ...rejections, prefix: 'case:rejection', admits: admitsToRejection });
  }
}
