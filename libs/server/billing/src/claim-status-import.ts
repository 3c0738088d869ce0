import { Injectable } from '@nestjs/common';
import type { ImportFault, Role } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import type { Detection, ImportHandler, ImportRun, ImportVerdict } from '@caseboard/server/records';
import { readClaimStatus } from '@caseboard/x12';
import { AcknowledgementRecorder } from './acknowledgement-recorder.ts';
import type { ReceivedAnswer } from './acknowledgement.types.ts';
import { claimsAnswered } from './acknowledgements.repository.ts';
import { controlNumberOf, matchAnswers, receivedAnswer, unmatchedFault } from './answer-matching.ts';
import { beginPosting } from './begin-posting.ts';
import { ChunkRunner } from './chunk-runner.ts';
import { ClaimStatusCheck } from './claim-status-check.ts';
import type { AcknowledgementPlan } from './claim-status-check.ts';
import { detectX12File } from './x12-detection.ts';

const LOOKED_UP_AT_ONCE = 500;
const MOST_UNMATCHED = 100;

/** Imports 277CA and 277 files; a 276 is a question we sent, of which there is nothing to keep. */
@Injectable()
export class ClaimStatusImport implements ImportHandler {
  readonly kinds = ['277ca', '277', '276'] as const;
  readonly roles: readonly Role[] = ['biller', 'admin'];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly recorder: AcknowledgementRecorder,
  ) {}

  detect(head: Uint8Array): Detection | undefined {
    const found = detectX12File(head);
    return this.kinds.some((kind) => kind === found?.kind) ? found : undefined;
  }

  async check(run: ImportRun): Promise<ImportVerdict> {
    const check = new ClaimStatusCheck();
    const named: { controlNumber: string; segment: number }[] = [];
    const faults: ImportFault[] = [];
    const kind = answerKind(run);
    for await (const item of readClaimStatus(run.open())) {
      if (kind && item.type === 'claim')
        named.push({ controlNumber: controlNumberOf(item.claim, kind), segment: item.claim.segment });
      if (named.length === LOOKED_UP_AT_ONCE || item.type === 'file-end')
        faults.push(...(await this.unmatched(run, named.splice(0), MOST_UNMATCHED - faults.length)));
      const verdict = check.take(item, faults);
      if (verdict) return verdict;
      if (check.answers % 1000 === 999)
        await run.progress(0, 0, `Checking, ${check.answers.toLocaleString('en-US')} answers read`);
    }
    throw new Error('The reader did not say that the file ended.');
  }

  async apply(run: ImportRun): Promise<void> {
    const kind = answerKind(run);
    if (!kind) return;
    const plan = run.plan as AcknowledgementPlan;
    const sets = new Set(plan.sets);
    const words = { action: 'billing.claim.acknowledge', verb: 'Taking in', total: plan.answers, things: 'answers' };
    const chunks = new ChunkRunner(run, this.uow, words);
    let sender = '';
    let chunk: ReceivedAnswer[] = [];
    for await (const item of readClaimStatus(run.open())) {
      if (item.type === 'interchange') sender = item.interchange.senderId;
      if (item.type !== 'claim' || !sets.has(item.claim.transactionOrdinal)) continue;
      if (item.claim.ordinal <= run.cursor) {
        chunks.skipped();
        continue;
      }
      chunk.push(receivedAnswer(item.claim, kind, sender));
      if (chunk.length < chunks.size) continue;
      await this.commit(run, chunks, chunk);
      chunk = [];
    }
    await this.commit(run, chunks, chunk);
  }

  private async commit(run: ImportRun, chunks: ChunkRunner, chunk: readonly ReceivedAnswer[]): Promise<void> {
    if (chunk.length === 0) return;
    const work = { claims: chunk.length, size: chunk.length, lastOrdinal: chunk.at(-1)?.ordinal };
    await chunks.commit(work, (tx) => this.write(tx, run.importId, chunk));
  }

  private async write(tx: Tx, importId: string, chunk: readonly ReceivedAnswer[]): Promise<void> {
    await beginPosting(tx);
    await this.recorder.record(tx, importId, await matchAnswers(tx, chunk));
  }

  /** A warning for each answer whose claim nobody sent, `most` at most. */
  private async unmatched(
    run: ImportRun,
    named: readonly { controlNumber: string; segment: number }[],
    most: number,
  ): Promise<ImportFault[]> {
    if (named.length === 0 || most <= 0) return [];
    const numbers = named.map(({ controlNumber }) => controlNumber);
    const claims = await this.uow.peek(run.orgId, (tx) => claimsAnswered(tx, numbers));
    const known = new Set(claims.map(({ controlNumber }) => controlNumber));
    return named
      .filter(({ controlNumber }) => !known.has(controlNumber))
      .slice(0, most)
      .map(({ controlNumber, segment }) => unmatchedFault(controlNumber, segment));
  }
}

const answerKind = ({ kind }: ImportRun): '277ca' | '277' | undefined =>
  kind === '277ca' || kind === '277' ? kind : undefined;
