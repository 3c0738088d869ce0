import { Injectable } from '@nestjs/common';
import { EncounterFinalized, EncounterImported, FacilitySaved, FeeSaved, PayerSaved } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Chore, LoggedEvent, Reaction, Tx } from '@caseboard/server/kernel';
import { ClaimMaker } from './claim-maker.service.ts';
import { findFee } from './fees.repository.ts';
import { markDraftsStale, staleDrafts } from './made-claims.repository.ts';

/** Drafts built again in one transaction. */
const BATCH = 25;

/** What billing does when codes become final, and when something a draft waits for comes. */
@Injectable()
export class ClaimsMadeReactions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly maker: ClaimMaker,
  ) {}

  /** Final codes make a claim; one visit's events wait for one another. */
  readonly makeClaims: Reaction = {
    consumer: 'billing.make-claims',
    on: [EncounterFinalized],
    subjectOf: (event) => String(event.data.encounterId),
    handle: (tx, event) => this.maker.finalized(tx, String(event.data.encounterId)),
  };

  /** A price, a coverage, a payer id or an NPI was saved: drafts that may have waited for it are marked. */
  readonly markDrafts: Reaction = {
    consumer: 'billing.mark-drafts',
    on: [FeeSaved, EncounterImported, PayerSaved, FacilitySaved],
    handle: async (tx, event) => void (await mark(tx, event)),
  };

  /** Builds marked drafts again, in batches: a price may be missing on more claims than one transaction takes. */
  readonly retryDrafts: Chore = {
    name: 'billing.retry-drafts',
    everyMs: 2000,
    run: (orgId) => this.retry(orgId),
  };

  private async retry(orgId: string): Promise<void> {
    for (;;) {
      const drafts = await this.uow.peek(orgId, (tx) => staleDrafts(tx, BATCH));
      if (drafts.length === 0) return;
      const audit = { action: 'rule.billing.retry-drafts', kind: 'claim', details: { claims: drafts.length } };
      await this.uow.actAs(orgId, 'rule:billing.retry-drafts', audit, async (tx) => {
        for (const { encounterId } of drafts) await this.maker.retry(tx, encounterId);
      });
    }
  }
}

async function mark(tx: Tx, event: LoggedEvent): Promise<void> {
  if (event.name === FeeSaved.name) {
    const fee = await findFee(tx, event.id);
    if (fee) await markDraftsStale(tx, { code: fee.code });
  } else if (event.name === EncounterImported.name) await markDraftsStale(tx, { encounterId: event.id });
  else if (event.name === PayerSaved.name) await markDraftsStale(tx, { payerId: event.id });
  else await markDraftsStale(tx, { facilityId: event.id });
}
