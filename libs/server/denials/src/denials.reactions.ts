import { Injectable } from '@nestjs/common';
import { ClaimAdjudicated, ClaimLinked, PAYER_RULE_KINDS, PayerRuleSaved } from '@caseboard/contracts';
import { ClaimDecisions } from '@caseboard/server/billing';
import type { Chore, LoggedEvent, Reaction, Tx } from '@caseboard/server/kernel';
import { CaseLinks } from './case-links.ts';
import { CaseOpener } from './case-opener.ts';
import { DenialDeadlines } from './denial-deadlines.ts';

/** What this module does when others' events arrive. */
@Injectable()
export class DenialReactions {
  constructor(
    private readonly decisions: ClaimDecisions,
    private readonly opener: CaseOpener,
    private readonly links: CaseLinks,
    private readonly deadlines: DenialDeadlines,
  ) {}

  /** Decisions of payers open, close and link cases; one claim's events wait for one another. */
  readonly openCases: Reaction = {
    consumer: 'denials.open-cases',
    on: [ClaimAdjudicated, ClaimLinked],
    subjectOf: remittanceClaimOf,
    handle: async (tx, event) => {
      if (event.name === ClaimLinked.name) return this.links.link(tx, remittanceClaimOf(event));
      if (event.data.isReversal === true) return this.links.reverse(tx, remittanceClaimOf(event));
      if (Number(event.data.denials) > 0) await this.open(tx, remittanceClaimOf(event));
    },
  };

  /** A changed payer rule marks the cases whose deadline it makes; the chore below counts them. */
  readonly markDeadlines: Reaction = {
    consumer: 'denials.deadlines',
    on: [PayerRuleSaved],
    handle: async (tx, event) => {
      const kind = PAYER_RULE_KINDS.find((one) => one === event.data.kind);
      if (kind) await this.deadlines.mark(tx, String(event.data.payerId), kind);
    },
  };

  /** Counts marked deadlines in batches: a payer may have more cases than one transaction takes. */
  readonly countDeadlines: Chore = {
    name: 'denials.deadlines',
    everyMs: 2000,
    run: async (orgId) => void (await this.deadlines.recount(orgId)),
  };

  private async open(tx: Tx, remittanceClaimId: string): Promise<void> {
    const decision = (await this.decisions.load(tx, [remittanceClaimId])).get(remittanceClaimId);
    if (!decision) throw new Error('The decision of an adjudicated claim is missing.');
    await this.opener.open(tx, decision);
  }
}

const remittanceClaimOf = (event: LoggedEvent): string => String(event.data.remittanceClaimId);
