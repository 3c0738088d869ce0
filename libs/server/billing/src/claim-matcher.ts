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
  reversed: Reversed | undefined;
}

interface Reversed {
  id: string;
  claimId: string | null;
  movements: readonly Movement[];
}

/** A claim to post with the payer on record. */
export type Matchable = ClaimToPost & { payerId: string };

/**
 * Finds what the claims of a chunk are about (domain 5 "match order"): CLP01 is our control number, else CLP07 a
 * number of the payer that an earlier decision gave. A reversal is about the claim of the decision it takes back, also
 * where a replacement of that claim has the same number and charge. Three statements, however many claims.
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
    const takenBack = reversed.get(claim.ordinal);
    const found =
      candidates.find(({ id }) => id === takenBack?.claimId) ??
      chooseClaim(candidates, { payerId, chargeCents: claim.chargeCents });
    return { claim: found, reversed: takenBack };
  });
}

/** The decisions that the reversals among them take back, each at most once, by the reversal's ordinal. */
async function findReversed(tx: Tx, asked: readonly Matchable[]): Promise<Map<number, Reversed>> {
  const reversals = asked.filter(({ claim }) => isReversalStatus(claim.status));
  const decisions = await standingDecisions(
    tx,
    reversals.map(({ claim }) => claim.controlNumber),
  );
  const standing = Map.groupBy(decisions, ({ controlNumber }) => controlNumber);
  const used = new Set<string>();
  const taken = new Map<number, EarlierDecision>();
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
    taken.set(claim.ordinal, found);
  }
  const ids = [...taken.values()].map(({ id }) => id);
  const booked = ids.length === 0 ? new Map<string, Movement[]>() : await bookedBy(tx, ids);
  return new Map(
    [...taken].map(([ordinal, { id, claimId }]) => [ordinal, { id, claimId, movements: booked.get(id) ?? [] }]),
  );
}
