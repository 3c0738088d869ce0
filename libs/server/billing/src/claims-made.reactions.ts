import { Inject, Injectable } from '@nestjs/common';
import {
  ClaimAcknowledged,
  ClaimAdjudicated,
  ClaimLinked,
  EncounterFinalized,
  EncounterImported,
  FacilitySaved,
  FeeSaved,
  PayerSaved,
} from '@caseboard/contracts';
import { AppError, LOG, UnitOfWork } from '@caseboard/server/kernel';
import type { Chore, Log, LoggedEvent, Reaction, Tx } from '@caseboard/server/kernel';
import { ClaimMaker } from './claim-maker.service.ts';
import { findFee } from './fees.repository.ts';
import { markDraftsStale, markFollowerStale, staleDrafts } from './made-claims.repository.ts';

/** Drafts looked up at once; each is built again in a transaction of its own. */
const BATCH = 25;
/** How long a draft that could not be built rests. */
const REST_MS = 5 * 60_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What billing does when codes become final, and when something a draft waits for comes. */
@Injectable()
export class ClaimsMadeReactions {
  /** Drafts that failed, with the moment until which they are left alone. */
  private readonly resting = new Map<string, number>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly maker: ClaimMaker,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Final codes make a claim; one visit's events wait for one another. */
  readonly makeClaims: Reaction = {
    consumer: 'billing.make-claims',
    on: [EncounterFinalized],
    subjectOf: (event) => String(event.data.encounterId),
    handle: (tx, event) => this.maker.finalized(tx, String(event.data.encounterId)),
  };

  /** A price, a coverage, a payer id, an NPI or a payer's answer came: drafts that may have waited for it are marked. */
  readonly markDrafts: Reaction = {
    consumer: 'billing.mark-drafts',
    on: [FeeSaved, EncounterImported, PayerSaved, FacilitySaved, ClaimAcknowledged, ClaimAdjudicated, ClaimLinked],
    handle: async (tx, event) => void (await mark(tx, event)),
  };

  /** Builds marked drafts again, one by one: what breaks on one of them keeps none of the others. */
  readonly retryDrafts: Chore = {
    name: 'billing.retry-drafts',
    everyMs: 2000,
    run: (orgId) => this.retry(orgId),
  };

  private async retry(orgId: string): Promise<void> {
    for (let last: string | undefined = FIRST_ID; last !== undefined;) {
      const after: string = last;
      const drafts = await this.uow.peek(orgId, (tx) => staleDrafts(tx, after, BATCH));
      for (const claimId of drafts) if (!this.rests(claimId)) await this.retryOne(orgId, claimId);
      last = drafts.at(-1);
    }
  }

  private async retryOne(orgId: string, claimId: string): Promise<void> {
    const audit = { action: 'rule.billing.retry-drafts', kind: 'claim', id: claimId };
    try {
      await this.uow.actAs(orgId, 'rule:billing.retry-drafts', audit, (tx) => this.maker.retry(tx, claimId));
    } catch (error) {
      this.resting.set(claimId, Date.now() + REST_MS);
      this.log.warn({ claimId, code: codeOf(error) }, 'a draft could not be built again');
    }
  }

  private rests(claimId: string): boolean {
    const until = this.resting.get(claimId);
    if (until === undefined) return false;
    if (until > Date.now()) return true;
    this.resting.delete(claimId);
    return false;
  }
}

/** Names what went wrong; messages of errors may hold values. */
const codeOf = (error: unknown): string =>
  error instanceof AppError ? error.code : error instanceof Error ? error.name : typeof error;

const NEWS_OF_CLAIM: ReadonlySet<string> = new Set(
  [ClaimAcknowledged, ClaimAdjudicated, ClaimLinked].map(({ name }) => name),
);

async function mark(tx: Tx, event: LoggedEvent): Promise<void> {
  if (NEWS_OF_CLAIM.has(event.name)) {
    const { claimId } = event.data;
    if (typeof claimId === 'string') await markFollowerStale(tx, claimId);
  } else if (event.name === FeeSaved.name) {
    const fee = await findFee(tx, event.id);
    if (fee) await markDraftsStale(tx, { code: fee.code });
  } else if (event.name === EncounterImported.name) await markDraftsStale(tx, { encounterId: event.id });
  else if (event.name === PayerSaved.name) await markDraftsStale(tx, { payerId: event.id });
  else await markDraftsStale(tx, { facilityId: event.id });
}
