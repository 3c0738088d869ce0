import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { Match, Matchable } from './claim-matcher.ts';
import type { DecisionTotals } from './claim-state.rules.ts';
import { decide, totalsAfter } from './decision.rules.ts';
import type { LedgerBatch } from './ledger.repository.ts';
import type { DecisionRow } from './remittance-rows.ts';

/** The row of one claim of a remittance; its facility is the claim's, else the one the remittance pays. */
export function decisionRow(
  tx: Tx,
  one: Matchable & { facilityId: string | null },
  match: Match | undefined,
): DecisionRow {
  const { set, claim, payerId } = one;
  const decision = decide(claim, match?.claim, match?.reversed?.movements);
  return {
    id: uuidv7(),
    remittanceId: set.plan.remittanceId,
    payerId,
    claimId: match?.claim?.id ?? null,
    facilityId: match?.claim?.facilityId ?? one.facilityId,
    reversesId: match?.reversed?.id ?? null,
    claim,
    decision,
    postedAt: tx.now,
  };
}

/** What the row books. */
export const batchOf = ({ id, decision }: DecisionRow): LedgerBatch => ({
  reason: 'decision-posted',
  source: { remittanceClaimId: id },
  movements: decision.movements,
});

/** Totals of the claims these rows decide, after all of them, in the order of the file. */
export function newTotals(
  rows: readonly DecisionRow[],
  matches: readonly Match[],
): { id: string; totals: DecisionTotals }[] {
  const totals = new Map<string, DecisionTotals>();
  rows.forEach(({ claim, decision }, at) => {
    const held = matches[at]?.claim;
    if (!held) return;
    const { status, paidCents } = claim;
    totals.set(
      held.id,
      totalsAfter(totals.get(held.id) ?? held.totals, { status, paidCents, deniedCents: decision.deniedCents }),
    );
  });
  return [...totals].map(([id, sums]) => ({ id, totals: sums }));
}
