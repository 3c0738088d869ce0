import { ClaimLinked } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { isPredeterminationStatus } from './adjustment.rules.ts';
import { gatedFacilities } from './billing.access.ts';
import { claimShown } from './claim.row.ts';
import { linkDecisions, unmatchedDecisions } from './claim-linking.repository.ts';
import type { UnmatchedDecision } from './claim-linking.repository.ts';
import { chooseClaim } from './claim-match.rules.ts';
import { claimsByControlNumber } from './claim-matching.repository.ts';
import type { ClaimOnRecord } from './claim-matching.repository.ts';
import type { DecisionTotals } from './claim-state.rules.ts';
import { totalsAfter } from './decision.rules.ts';
import { appendBatches, bookedBy } from './ledger.repository.ts';
import type { LedgerBatch } from './ledger.repository.ts';
import { movementsOfLink } from './ledger.rules.ts';
import { writeStandings } from './remittances.repository.ts';

/** Most links of one transaction: each is an event, and a transaction takes 1,000 of them. */
export const MOST_LINKS = 300;

/**
 * Gives decisions that came before their claims the claims they are about: the claim takes over their totals, and
 * what was held unapplied moves to its receivable. The number linked; MOST_LINKS when there may be more, so that who
 * asks again until it is less comes to an end.
 */
export async function linkDecisionsToClaims(tx: Tx, controlNumbers: readonly string[]): Promise<number> {
  const links = await linksToMake(tx, controlNumbers);
  if (links.length === 0) return 0;
  await linkDecisions(
    tx,
    links.map(({ decision, claim }) => ({ decisionId: decision.id, claimId: claim.id, facilityId: claim.facilityId })),
  );
  await appendBatches(tx, await movedFromUnapplied(tx, links));
  await writeStandings(tx, totalsWith(links));
  const gated = new Set(await gatedFacilities(tx));
  for (const { decision, claim } of links) {
    const isRestricted = claim.facilityId !== null && gated.has(claim.facilityId);
    const data = { claimId: claim.id, remittanceId: decision.remittanceId, remittanceClaimId: decision.id };
    tx.append(ClaimLinked, { id: claim.id, data, rows: [claimShown({ id: claim.id, isRestricted })] });
  }
  return links.length;
}

interface Link {
  decision: UnmatchedDecision;
  claim: ClaimOnRecord;
}

/** Goes past decisions that fit no claim: they stay without one, and would come first again and again. */
async function linksToMake(tx: Tx, controlNumbers: readonly string[]): Promise<Link[]> {
  const links: Link[] = [];
  for (let after: string | undefined; links.length < MOST_LINKS;) {
    const limit = MOST_LINKS - links.length;
    const decisions = await unmatchedDecisions(tx, controlNumbers, { after, limit });
    if (decisions.length > 0) links.push(...(await fitting(tx, decisions)));
    if (decisions.length < limit) break;
    after = decisions.at(-1)?.id;
  }
  return links;
}

async function fitting(tx: Tx, decisions: readonly UnmatchedDecision[]): Promise<Link[]> {
  const numbers = decisions.map(({ controlNumber }) => controlNumber);
  const held = Map.groupBy(await claimsByControlNumber(tx, numbers), ({ controlNumber }) => controlNumber);
  return decisions.flatMap((decision) => {
    const claim = chooseClaim(held.get(decision.controlNumber) ?? [], decision);
    return claim ? [{ decision, claim }] : [];
  });
}

async function movedFromUnapplied(tx: Tx, links: readonly Link[]): Promise<LedgerBatch[]> {
  const real = links.filter(({ decision }) => !isPredeterminationStatus(decision.status));
  const booked = await bookedBy(
    tx,
    real.map(({ decision }) => decision.id),
  );
  return real.flatMap(({ decision, claim }): LedgerBatch[] => {
    const held = booked.get(decision.id)?.find(({ account }) => account === 'unapplied')?.cents ?? 0;
    const movements = movementsOfLink(held, decision.status, claim);
    return movements.length === 0
      ? []
      : [{ reason: 'claim-linked', source: { remittanceClaimId: decision.id }, movements }];
  });
}

function totalsWith(links: readonly Link[]): { id: string; totals: DecisionTotals }[] {
  const totals = new Map<string, DecisionTotals>();
  for (const { decision, claim } of links)
    totals.set(claim.id, totalsAfter(totals.get(claim.id) ?? claim.totals, decision));
  return [...totals].map(([id, sums]) => ({ id, totals: sums }));
}
