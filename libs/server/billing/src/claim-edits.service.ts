import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import type { WorkItemPatch } from '@caseboard/server/worklist';

/** What the worklist shows of a claim. */
export interface EditedClaim {
  id: string;
  number: string;
  facilityId: string | null;
  patient: string;
  payer: string;
  amountCents: number;
}

const NEEDS_LENGTH = 45;

/** Work in the queue `claim-edits`: claims that something bars, and sent ones whose codes changed. One item a claim. */
@Injectable()
export class ClaimEdits {
  constructor(private readonly items: WorkItems) {}

  /** Opens or goes on with the claim's item while there are barriers, finishes it when there are none. */
  async settle(tx: Tx, claim: EditedClaim, barriers: readonly string[]): Promise<void> {
    const [first] = barriers;
    if (first !== undefined) {
      const code = barriers.length === 1 ? 'Cannot be sent' : `Cannot be sent, ${barriers.length} reasons`;
      return this.put(tx, claim, { state: 'open', code, needs: cut(first) });
    }
    await this.items.change(tx, 'claim-edit', claim.id, { state: 'done' }, 'nothing bars the claim any more');
  }

  /** A sent claim's codes were finalized again: somebody decides its lineage (domain 2.1, REOPENED after BILLED). */
  async late(tx: Tx, claim: EditedClaim): Promise<void> {
    const needs = 'Decide: replacement (7), void (8), no change';
    return this.put(tx, claim, { state: 'open', code: 'Codes changed after it was sent', needs });
  }

  /** Somebody decided what becomes of the claim. */
  async decided(tx: Tx, claimId: string): Promise<void> {
    await this.items.change(tx, 'claim-edit', claimId, { state: 'done' }, 'its lineage was decided');
  }

  private async put(tx: Tx, claim: EditedClaim, work: { state: 'open'; code: string; needs: string }): Promise<void> {
    const { id, number, ...shown } = claim;
    const patch: WorkItemPatch = { ...shown, ...work };
    if (await this.items.change(tx, 'claim-edit', id, patch)) return;
    const { code, needs } = work;
    const item = { queueKey: 'claim-edits', subjectType: 'claim-edit', subjectId: id, number } as const;
    await this.items.open(tx, { ...item, ...shown, code, needs, dueOn: null, dueRule: null, openedAt: tx.now });
  }
}

const cut = (words: string): string =>
  words.length <= NEEDS_LENGTH ? words : `${words.slice(0, NEEDS_LENGTH - 1).trimEnd()}…`;
