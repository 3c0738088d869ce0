import type { Adjustment, Claim, ClaimLine } from '@caseboard/contracts';
import { oldestFirst } from '@caseboard/server/kernel';
import type { StoredAnswer } from './acknowledgement.types.ts';
import { carcWords } from './adjustment-words.ts';
import { isPredeterminationStatus } from './adjustment.rules.ts';
import { answerEntry, asAcknowledgement } from './answer-timeline.rules.ts';
import type { SentLine, StoredClaim } from './claim-reads.repository.ts';
import { asClaimSummary } from './claim.row.ts';
import { timelineOf } from './claim-timeline.rules.ts';
import type { DecidedLine, PostedAdjustment, PostedDecision } from './decision-reads.repository.ts';
import { matchLines } from './line-match.rules.ts';
import type { ClaimMaking } from './made-claim.types.ts';
import { resolvedEntry } from './rejection-timeline.rules.ts';
import type { RejectionRow } from './rejection.types.ts';

/** What is on record of a claim. */
export interface ClaimRecord {
  claim: StoredClaim;
  lines: readonly SentLine[];
  diagnoses: Claim['diagnoses'];
  /** How a claim made here came to be. */
  makings: readonly ClaimMaking[];
  barriers: string[];
  /** How it is tied to other claims made here. */
  ties: Pick<Claim, 'replacesId' | 'replacedById' | 'pendingDecision'>;
  decisions: readonly PostedDecision[];
  decidedLines: readonly DecidedLine[];
  adjustments: readonly PostedAdjustment[];
  /** What was said of it before it was decided. */
  answers: readonly StoredAnswer[];
  rejections: readonly RejectionRow[];
}

/**
 * A claim as people open it. Lines show what the decisions that stand say of them; decisions that were taken back
 * stay in the timeline. Adjustments of a decided line that fits none of ours are shown at claim level.
 */
export function claimDetail(record: ClaimRecord): Claim {
  const { claim, lines, diagnoses, makings, barriers, decisions, decidedLines, adjustments } = record;
  const standing = decisions.filter(stands);
  const shown = standing.map((decision) => {
    const own = decidedLines.filter((line) => line.decisionId === decision.id);
    return { decision, own, numbers: matchLines(lines, own) };
  });
  const places = new Map(
    shown.flatMap(({ decision, numbers }) =>
      [...numbers].map(([ordinal, number]) => [`${decision.id} ${ordinal}`, number]),
    ),
  );
  const placeOf = (decisionId: string, ordinal: number | null) =>
    ordinal === null ? undefined : places.get(`${decisionId} ${ordinal}`);
  const kept = adjustments.filter((one) => standing.some(({ id }) => id === one.decisionId));
  const atLine = (number: number | undefined) =>
    kept.filter((one) => placeOf(one.decisionId, one.lineOrdinal) === number).map(shownAdjustment);
  const paidOn = (number: number) =>
    shown
      .flatMap(({ own }) => own)
      .filter((line) => placeOf(line.decisionId, line.ordinal) === number)
      .reduce((sum, { paidCents }) => sum + paidCents, 0);
  return {
    ...asClaimSummary(claim),
    lines: lines.map((line): ClaimLine => ({
      ...line,
      paidCents: paidOn(line.lineNumber),
      adjustments: atLine(line.lineNumber),
    })),
    adjustments: atLine(undefined),
    diagnoses,
    acknowledgements: record.answers.map(asAcknowledgement),
    barriers,
    frequency: claim.frequency,
    ...record.ties,
    timeline: oldestFirst([
      ...timelineOf(claim, decisions, adjustments, makings),
      ...record.answers.map(answerEntry),
      ...record.rejections.flatMap(resolvedEntry),
    ]),
  };
}

const stands = (decision: PostedDecision) =>
  !decision.isReversal && decision.reversedById === null && !isPredeterminationStatus(decision.status);

/** An adjustment with our short words. */
export const shownAdjustment = ({ id, group, carc, cents, isDenial }: PostedAdjustment): Adjustment => ({
  id,
  group,
  carc,
  words: carcWords(carc),
  amountCents: cents,
  isDenial,
});
