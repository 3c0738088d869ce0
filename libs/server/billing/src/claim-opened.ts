import type { Claim } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { acknowledgementsOf } from './acknowledgements.repository.ts';
import { claimDetail } from './claim-detail.rules.ts';
import { tiesOf } from './claim-lineage.repository.ts';
import { barriersOfClaim, makingsOf } from './claim-makings.repository.ts';
import { claimsByIds, diagnosesOfClaim, linesOfClaim } from './claim-reads.repository.ts';
import { adjustmentsOfDecisions, decisionsOfClaim, linesOfDecisions } from './decision-reads.repository.ts';
import { rejectionsOfClaim } from './rejections.repository.ts';

/** A claim with everything on record of it; undefined when missing or of a hidden facility. */
export async function openedClaim(tx: Tx, id: string, hidden: readonly string[]): Promise<Claim | undefined> {
  const claim = (await claimsByIds(tx, [id], hidden)).get(id);
  if (!claim) return undefined;
  const decisions = await decisionsOfClaim(tx, id);
  const decisionIds = decisions.map((decision) => decision.id);
  return claimDetail({
    claim,
    lines: await linesOfClaim(tx, id),
    diagnoses: await diagnosesOfClaim(tx, id),
    makings: await makingsOf(tx, id),
    barriers: await barriersOfClaim(tx, id),
    ties: await tiesOf(tx, id),
    answers: await acknowledgementsOf(tx, id),
    rejections: await rejectionsOfClaim(tx, id),
    decisions,
    decidedLines: await linesOfDecisions(tx, decisionIds),
    adjustments: await adjustmentsOfDecisions(tx, decisionIds),
  });
}
