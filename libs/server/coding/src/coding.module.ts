import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@caseboard/server/identity';
import { LiveRegistry, ReactionRegistry } from '@caseboard/server/kernel';
import { RecordsModule } from '@caseboard/server/records';
import { ThreadsModule } from '@caseboard/server/threads';
import { WorklistModule } from '@caseboard/server/worklist';
import { ChartWatch } from './chart-watch.ts';
import { CodeSets } from './code-sets.service.ts';
import { CodingCaseDetails } from './coding-case-detail.service.ts';
import { CodingCaseList } from './coding-case-list.service.ts';
import { codingCaseRow } from './coding-case.row.ts';
import { CodingCasesController } from './coding-cases.controller.ts';
import { CodingCodesService } from './coding-codes.service.ts';
import { CodingPendsService } from './coding-pends.service.ts';
import { CodingRegistrations } from './coding-registrations.ts';
import { CodingTalk } from './coding-talk.ts';
import { CodingWorkController } from './coding-work.controller.ts';
import { CodingAccess } from './coding.access.ts';
import { CodingReactions } from './coding.reactions.ts';
import { FinalizationService } from './finalization.service.ts';
import { HeldCases } from './held-cases.ts';
import { Pends } from './pends.ts';
import { QueryItems } from './query-items.ts';
import { QueryWatch } from './query-watch.ts';

/** Coding cases: opened by charts without final codes, finished by putting the codes on record. */
@Module({
  imports: [IdentityModule, RecordsModule, ThreadsModule, WorklistModule],
  controllers: [CodingCasesController, CodingWorkController],
  providers: [
    ChartWatch,
    CodeSets,
    CodingAccess,
    CodingCaseDetails,
    CodingCaseList,
    CodingCodesService,
    CodingPendsService,
    CodingReactions,
    CodingRegistrations,
    CodingTalk,
    FinalizationService,
    HeldCases,
    Pends,
    QueryItems,
    QueryWatch,
  ],
  exports: [CodeSets],
})
export class CodingModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly reactions: ReactionRegistry,
    private readonly own: CodingReactions,
    private readonly access: CodingAccess,
    private readonly registrations: CodingRegistrations,
    private readonly list: CodingCaseList,
    private readonly talk: CodingTalk,
  ) {}

  onModuleInit(): void {
    this.registrations.register(this.list, this.talk);
    this.reactions.register(this.own.followCharts);
    this.reactions.register(this.own.followQueries);
    this.reactions.register(this.own.followClaims);
    this.live.registerRow(codingCaseRow);
    this.live.registerChannel({
      prefix: 'case:coding',
      audience: 'coding',
      permission: 'coding.case.read',
      admits: (tx, principal, key) => this.access.admits(tx, principal, key),
    });
  }
}
