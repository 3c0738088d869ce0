import type { Tx } from '@caseboard/server/kernel';
import { isReversalStatus } from './adjustment.rules.ts';
import { chooseClaim, chooseReversed } from './claim-match.rules.ts';
import type { EarlierDecision } from './claim-match.rules.ts';
import { claimsByControlNumber, claimsByPayerNumber, standingDecisions } from './claim-matching.repository.ts';
import type { ClaimOnRecord } from './claim-matching.repository.ts';
import { bookedBy } from './ledger.repository.ts';
import type { Movement } from './ledger.rules.ts';
import type { ClaimToPost } from './posting-chunk.ts';

/** The claim a decision is about, and the decision it takes back; undefined where we know none. */
export interface Match {
  claim: ClaimOnRecord | undefined;
  reversed: { id: string; movements: readonly Movement[] } | undefined;
}

/** A claim to post with the payer on record. */
export type Matchable = ClaimToPost & { payerId: string };

/**
 * Finds what the claims of a chunk are about (domain 5 "match order"): CLP01 is our control number, else CLP07 a
 * number of the payer that an earlier decision gave. Three statements, however many claims.
 */
export async function matchClaims(tx: Tx, asked: readonly Matchable[]): Promise<Match[]> {
  const byNumber = Map.groupBy(
    await claimsByControlNumber(
      tx,
      asked.map(({ claim }) => claim.controlNumber),
    ),
    (held) => held.controlNumber,
  );
  const rest = asked.filter(({ claim }) => !byNumber.has(claim.controlNumber) && claim.payerControlNumber !== '');
  const byPayer = Map.groupBy(
    await claimsByPayerNumber(
      tx,
      rest.map(({ claim }) => claim.payerControlNumber),
    ),
    (held) => held.payerClaimNumber,
  );
  const reversed = await findReversed(tx, asked);
  return asked.map(({ claim, payerId }) => {
    const candidates = byNumber.get(claim.controlNumber) ?? byPayer.get(claim.payerControlNumber) ?? [];
    const found = chooseClaim(candidates, { payerId, chargeCents: claim.chargeCents });
    return { claim: found, reversed: reversed.get(claim.ordinal) };
  });
}

/** The decisions that the reversals among them take back, each at most once, by the reversal's ordinal. */
async function findReversed(
  tx: Tx,
  asked: readonly Matchable[],
): Promise<Map<number, { id: string; movements: readonly Movement[] }>> {
  const reversals = asked.filter(({ claim }) => isReversalStatus(claim.status));
  const decisions = await standingDecisions(
    tx,
    reversals.map(({ claim }) => claim.controlNumber),
  );
  const standing = Map.groupBy(decisions, ({ controlNumber }) => controlNumber);
  const used = new Set<string>();
  const taken = new Map<number, string>();
  for (const { claim, payerId } of reversals) {
    const left = (standing.get(claim.controlNumber) ?? []).filter(({ id }) => !used.has(id));
    const found = chooseReversed<EarlierDecision>(left, {
      payerId,
      payerClaimNumber: claim.payerControlNumber,
      chargeCents: claim.chargeCents,
      paidCents: claim.paidCents,
    });
    if (!found) continue;
    used.add(found.id);
    taken.set(claim.ordinal, found.id);
  }
  const booked = taken.size === 0 ? new Map<string, Movement[]>() : await bookedBy(tx, [...taken.values()]);
  return new Map([...taken].map(([ordinal, id]) => [ordinal, { id, movements: booked.get(id) ?? [] }]));
}
