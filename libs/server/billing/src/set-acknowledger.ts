import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { setOutcome } from '@caseboard/x12';
import { claimsUnanswered, findSentSet, insertAcknowledgedSet } from './acknowledged-sets.repository.ts';
import { AcknowledgementRecorder } from './acknowledgement-recorder.ts';
import type { MatchedAnswer } from './acknowledgement.types.ts';
import { answerOfSet } from './answer.rules.ts';
import { beginPosting } from './begin-posting.ts';
import type { SetAnswered } from './set-answer.ts';
import { acknowledgeSubmission } from './submission-acknowledged.ts';

/** Gives every claim of a sent file what the 999 says of the file. */
@Injectable()
export class SetAcknowledger {
  constructor(private readonly recorder: AcknowledgementRecorder) {}

  /** Answers for `limit` claims at most that have no answer from this one yet; whole once none is left. */
  async write(
    tx: Tx,
    { importId, sender, limit }: { importId: string; sender: string; limit: number },
    set: SetAnswered,
  ): Promise<{ isWhole: boolean }> {
    await beginPosting(tx);
    const { ordinal, answer } = set;
    const sent = await findSentSet(tx, set);
    const claims = sent ? await claimsUnanswered(tx, sent, { importId, ordinal }, limit + 1) : [];
    const answers = claims.slice(0, limit).map(({ id, controlNumber }): MatchedAnswer => ({
      ...answerOfSet(answer, controlNumber),
      ...{ ordinal, kind: '999', sender, controlNumber, claimId: id },
      ...{ payerClaimNumber: null, chargeCents: null, answeredOn: null },
    }));
    const isWhole = claims.length <= limit;
    const outcome = setOutcome(answer.code);
    const also = isWhole && sent?.submissionId ? await acknowledgeSubmission(tx, sent.submissionId, outcome) : [];
    await this.recorder.record(tx, importId, answers, also);
    const { statuses } = answerOfSet(answer);
    const kept = { ...set, importId, sender, outcome, statuses, sentImportId: sent?.importId ?? null };
    if (isWhole) await insertAcknowledgedSet(tx, kept);
    return { isWhole };
  }
}
