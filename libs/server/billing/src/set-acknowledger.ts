import { Injectable } from '@nestjs/common';
import { effectOf } from '@caseboard/server/kernel';
import type { RowEffect, Tx } from '@caseboard/server/kernel';
import { setOutcome } from '@caseboard/x12';
import { claimsUnanswered, findSentSet, insertAcknowledgedSet } from './acknowledged-sets.repository.ts';
import type { SentSet } from './acknowledged-sets.repository.ts';
import { AcknowledgementRecorder } from './acknowledgement-recorder.ts';
import type { MatchedAnswer } from './acknowledgement.types.ts';
import { answerOfSet } from './answer.rules.ts';
import { beginPosting } from './begin-posting.ts';
import type { SetAnswered } from './set-answer.ts';
import { submissionRow } from './submission.row.ts';
import { submissionsByIds, writeAcknowledged } from './submissions.repository.ts';

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
    await this.recorder.record(tx, importId, answers, isWhole ? await submissionShown(tx, sent) : []);
    if (!isWhole) return { isWhole };
    const outcome = setOutcome(answer.code);
    await insertAcknowledgedSet(tx, { ...set, importId, sender, outcome, statuses: answerOfSet(answer).statuses });
    if (sent?.submissionId) await writeAcknowledged(tx, sent.submissionId, outcome);
    return { isWhole };
  }
}

/** A file made here shows what became of it. */
async function submissionShown(tx: Tx, sent: SentSet | undefined): Promise<RowEffect[]> {
  if (!sent?.submissionId) return [];
  const rows = await submissionsByIds(tx, [sent.submissionId], []);
  return rows.map((row) => effectOf(submissionRow, row, row));
}
