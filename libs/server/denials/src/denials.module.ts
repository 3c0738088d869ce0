import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { BillingModule } from '@caseboard/server/billing';
import {
  ChoreRegistry,
  ExportRegistry,
  LiveRegistry,
  ReactionRegistry,
  SearchRegistry,
} from '@caseboard/server/kernel';
import { RecordsModule } from '@caseboard/server/records';
import { ThreadsModule, ThreadSubjects } from '@caseboard/server/threads';
import { CaseKinds, copyingKind, WorklistModule } from '@caseboard/server/worklist';
import { CaseLinks } from './case-links.ts';
import { CaseMover } from './case-mover.ts';
import { CaseOpener } from './case-opener.ts';
import { DenialBoardService } from './denial-board.service.ts';
import { DenialCaseDetails } from './denial-case-detail.service.ts';
import { denialThreads } from './denial-threads.ts';
import { denialCaseRow } from './denial-case.row.ts';
import { copyItems } from './denial-cases.repository.ts';
import { denialSearcher } from './denial-searcher.ts';
import { DenialCasesController } from './denial-cases.controller.ts';
import { DenialCasesService } from './denial-cases.service.ts';
import { DenialDeadlines } from './denial-deadlines.ts';
import { admitsToCase } from './denials.access.ts';
import { DenialsController } from './denials.controller.ts';
import { DenialReactions } from './denials.reactions.ts';
import { exportedCases, exportedDenials } from './exported-denials.ts';

/** Denial cases: opened by decisions of payers, worked on the board. */
@Module({
  imports: [BillingModule, RecordsModule, ThreadsModule, WorklistModule],
  controllers: [DenialCasesController, DenialsController],
  providers: [
    CaseLinks,
    CaseMover,
    CaseOpener,
    DenialBoardService,
    DenialCaseDetails,
    DenialCasesService,
    DenialDeadlines,
    DenialReactions,
  ],
})
export class DenialsModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly kinds: CaseKinds,
    private readonly reactions: ReactionRegistry,
    private readonly chores: ChoreRegistry,
    private readonly own: DenialReactions,
    private readonly search: SearchRegistry,
    private readonly exports: ExportRegistry,
    private readonly board: DenialBoardService,
    private readonly threads: ThreadSubjects,
  ) {}

  onModuleInit(): void {
    this.kinds.register(copyingKind('denial', denialCaseRow, copyItems));
    this.reactions.register(this.own.openCases);
    this.reactions.register(this.own.markDeadlines);
    this.chores.register(this.own.countDeadlines);
    this.search.register(denialSearcher);
    this.threads.register(denialThreads);
    this.exports.register(exportedCases(this.board));
    this.exports.register(exportedDenials(this.board));
    const permission = 'denials.denial.read';
    this.live.registerRow(denialCaseRow);
    this.live.registerChannel({
      prefix: 'board:denials',
      audience: 'denials',
      permission,
      admits: async (_tx, _principal, key) => key === '',
    });
    this.live.registerChannel({ prefix: 'case:denial', audience: 'denials', permission, admits: admitsToCase });
  }
}
