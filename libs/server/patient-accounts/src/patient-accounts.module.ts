import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { BillingModule, Ledger } from '@caseboard/server/billing';
import { ExportRegistry, LiveRegistry, ReactionRegistry, SearchRegistry } from '@caseboard/server/kernel';
import { RecordsModule } from '@caseboard/server/records';
import { ThreadsModule, ThreadSubjects } from '@caseboard/server/threads';
import { WorklistModule } from '@caseboard/server/worklist';
import { AccountDetails } from './account-details.service.ts';
import { accountExport } from './account-export.ts';
import { AccountFolding } from './account-folding.ts';
import { AccountKeeper } from './account-keeper.ts';
import { AccountList } from './account-list.service.ts';
import { AccountOpener } from './account-opener.ts';
import { accountSearcher } from './account-search.ts';
import { accountThreads } from './account-threads.ts';
import { accountRow } from './account.row.ts';
import { CreditWork } from './credit-work.ts';
import { accountChannel, accountsChannel } from './patient-accounts.access.ts';
import { PatientAccountsController } from './patient-accounts.controller.ts';
import { PatientAccountReactions } from './patient-accounts.reactions.ts';
import { PatientPayments } from './patient-payments.service.ts';
import { StatementsController } from './statements.controller.ts';
import { Statements } from './statements.service.ts';

/** What patients owe, why, and what they paid. */
@Module({
  imports: [BillingModule, RecordsModule, ThreadsModule, WorklistModule],
  controllers: [PatientAccountsController, StatementsController],
  providers: [
    AccountDetails,
    AccountFolding,
    AccountKeeper,
    AccountList,
    AccountOpener,
    CreditWork,
    Ledger,
    PatientAccountReactions,
    PatientPayments,
    Statements,
  ],
})
export class PatientAccountsModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly reactions: ReactionRegistry,
    private readonly search: SearchRegistry,
    private readonly exports: ExportRegistry,
    private readonly threads: ThreadSubjects,
    private readonly own: PatientAccountReactions,
    private readonly accounts: AccountList,
  ) {}

  onModuleInit(): void {
    this.live.registerRow(accountRow);
    this.live.registerChannel(accountsChannel);
    this.live.registerChannel(accountChannel);
    this.reactions.register(this.own.keepAccounts);
    this.reactions.register(this.own.showAtGate);
    this.threads.register(accountThreads);
    this.search.register(accountSearcher);
    this.exports.register(accountExport(this.accounts));
  }
}
