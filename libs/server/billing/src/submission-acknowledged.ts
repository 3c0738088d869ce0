import { effectOf } from '@caseboard/server/kernel';
import type { RowEffect, Tx } from '@caseboard/server/kernel';
import { submissionRow } from './submission.row.ts';
import type { SubmissionRow } from './submission.types.ts';
import { submissionsByIds, writeAcknowledged } from './submissions.repository.ts';

/** Notes what a 999 said of a file that left; the row to show with the caller's event, none for one that is not ours. */
export async function acknowledgeSubmission(
  tx: Tx,
  submissionId: string,
  outcome: NonNullable<SubmissionRow['acknowledged']>,
): Promise<RowEffect[]> {
  const [before] = await submissionsByIds(tx, [submissionId], []);
  if (!before || before.acknowledged === outcome) return [];
  await writeAcknowledged(tx, submissionId, outcome);
  return [effectOf(submissionRow, before, before)];
}
