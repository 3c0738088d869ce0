import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CodeWords, ExportRegistry, LiveRegistry, ReactionRegistry, SearchRegistry } from '@caseboard/server/kernel';
import { ImportKinds, RecordsModule } from '@caseboard/server/records';
import { WorklistModule } from '@caseboard/server/worklist';
import { AcknowledgementsModule } from './acknowledgements.module.ts';
import { carcWords, rarcWords } from './adjustment-words.ts';
import { remittancesChannel } from './billing.access.ts';
import { ClaimDecisions } from './claim-decisions.service.ts';
import { claimGateReaction } from './claim-gate.reaction.ts';
import { ClaimImport } from './claim-import.ts';
import { claimSearcher } from './claim-searcher.ts';
import { ClaimWriter } from './claim-writer.ts';
import { ClaimsMadeModule } from './claims-made.module.ts';
import { ClaimsController } from './claims.controller.ts';
import { Claims } from './claims.service.ts';
import { exportedClaims } from './exported-claims.ts';
import { exportedRemittances } from './exported-remittances.ts';
import { FollowUpModule } from './follow-up.module.ts';
import { PostingExceptions } from './posting-exceptions.service.ts';
import { remittanceGateReaction } from './remittance-gate.reaction.ts';
import { RemittanceImport } from './remittance-import.ts';
import { RemittancePoster } from './remittance-poster.ts';
import { remittanceRow } from './remittance.row.ts';
import { RemittancesController } from './remittances.controller.ts';
import { Remittances } from './remittances.service.ts';

/** Claims, remittances and their posting, the ledger. */
@Module({
  imports: [FollowUpModule, AcknowledgementsModule, ClaimsMadeModule, RecordsModule, WorklistModule],
  controllers: [ClaimsController, RemittancesController],
  providers: [
    Claims,
    Remittances,
    ClaimDecisions,
    ClaimWriter,
    ClaimImport,
    PostingExceptions,
    RemittancePoster,
    RemittanceImport,
  ],
  exports: [ClaimsMadeModule, FollowUpModule, ClaimDecisions],
})
export class BillingModule implements OnModuleInit {
  constructor(
    private readonly live: LiveRegistry,
    private readonly reactions: ReactionRegistry,
    private readonly kinds: ImportKinds,
    private readonly claims: ClaimImport,
    private readonly remittances: RemittanceImport,
    private readonly exports: ExportRegistry,
    private readonly words: CodeWords,
    private readonly remittanceLists: Remittances,
    private readonly claimLists: Claims,
    private readonly search: SearchRegistry,
  ) {}

  onModuleInit(): void {
    this.live.registerRow(remittanceRow);
    this.live.registerChannel(remittancesChannel);
    this.reactions.register(remittanceGateReaction);
    this.reactions.register(claimGateReaction);
    this.kinds.register(this.remittances);
    this.kinds.register(this.claims);
    this.words.register('carc', carcWords);
    this.words.register('rarc', rarcWords);
    this.exports.register(exportedRemittances(this.remittanceLists));
    this.exports.register(exportedClaims(this.claimLists));
    this.search.register(claimSearcher);
  }
}
