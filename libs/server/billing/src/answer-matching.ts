import type { ImportFault } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { ClaimStatusReport } from '@caseboard/x12';
import { answersKept, claimsAnswered } from './acknowledgements.repository.ts';
import type { AnswerContent, AnsweredClaim } from './acknowledgements.repository.ts';
import type { MatchedAnswer, ReceivedAnswer } from './acknowledgement.types.ts';
import { answerOfClaim } from './answer.rules.ts';

const MOST_CHARACTERS = 120;

/** What a 277CA or 277 says of a claim. A 277CA repeats our control number in TRN02, a 277 in REF*EJ. */
export function receivedAnswer(report: ClaimStatusReport, kind: '277ca' | '277', sender: string): ReceivedAnswer {
  const [status] = report.statuses;
  return {
    ...answerOfClaim(report),
    ordinal: report.ordinal,
    kind,
    sender: (report.source?.lastName || sender).slice(0, MOST_CHARACTERS),
    controlNumber: controlNumberOf(report, kind),
    payerClaimNumber: report.payerClaimNumber ?? null,
    chargeCents: status?.chargeCents ?? null,
    answeredOn: status?.effectiveOn ?? null,
  };
}

/** The number the answer names the claim by. */
const controlNumberOf = (report: ClaimStatusReport, kind: '277ca' | '277'): string =>
  kind === '277ca' ? report.controlNumber : (report.accountNumber ?? report.controlNumber);

/** Finds the claims that answers are about: of several with one number the one of that charge, else the one sent last. */
export async function matchAnswers(tx: Tx, answers: readonly ReceivedAnswer[]): Promise<MatchedAnswer[]> {
  const claims = Map.groupBy(
    await claimsAnswered(
      tx,
      answers.map(({ controlNumber }) => controlNumber),
    ),
    (claim) => claim.controlNumber,
  );
  return answers.map((answer) => ({
    ...answer,
    claimId: chosen(claims.get(answer.controlNumber) ?? [], answer.chargeCents)?.id ?? null,
  }));
}

function chosen(newestFirst: readonly AnsweredClaim[], chargeCents: number | null): AnsweredClaim | undefined {
  return newestFirst.find((claim) => claim.chargeCents === chargeCents) ?? newestFirst[0];
}

/** Answers that nobody has given yet: the same words about a claim in another envelope are one answer. */
export async function newAnswers(tx: Tx, answers: readonly MatchedAnswer[]): Promise<MatchedAnswer[]> {
  const known = new Set((await answersKept(tx, answers)).map(contentKey));
  return answers.filter((answer) => {
    const key = contentKey(answer);
    return !known.has(key) && known.add(key);
  });
}

const contentKey = (answer: AnswerContent): string =>
  JSON.stringify([
    answer.claimId ?? answer.controlNumber,
    ...[answer.kind, answer.sender, answer.outcome, answer.payerClaimNumber, answer.answeredOn],
    answer.statuses.map(({ category, status, entity }) => [category, status, entity]),
  ]);

/** They are on record from another file. */
export const repeatedFault = (answers: number, segment: number): ImportFault => ({
  code: 'acknowledgement/repeated',
  message: `${answers === 1 ? 'One answer is' : `${answers.toLocaleString('en-US')} answers are`} on record already, word for word; each is kept once.`,
  severity: 'warning',
  segment,
});

/** Nobody here sent such a claim; the answer is kept all the same. */
export const unmatchedFault = (controlNumber: string, segment: number): ImportFault => ({
  code: 'acknowledgement/unmatched',
  message: `No claim on record has the number ${/^[\w.-]{1,38}$/.test(controlNumber) ? controlNumber : '?'}; the answer is kept.`,
  severity: 'warning',
  segment,
});
