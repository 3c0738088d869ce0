import { Injectable } from '@nestjs/common';
import type { ImportFault, Role } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import type { Detection, ImportHandler, ImportRun, ImportVerdict } from '@caseboard/server/records';
import { readClaimStatus } from '@caseboard/x12';
import { AcknowledgementRecorder } from './acknowledgement-recorder.ts';
import type { ReceivedAnswer } from './acknowledgement.types.ts';
import { matchAnswers, newAnswers, receivedAnswer, repeatedFault, unmatchedFault } from './answer-matching.ts';
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
    const found: Compared = { unmatched: [], repeated: 0, firstRepeated: 0 };
    const batch: Placed[] = [];
    const kind = answerKind(run);
    let sender = '';
    for await (const item of readClaimStatus(run.open())) {
      if (item.type === 'interchange') sender = item.interchange.senderId;
      if (kind && item.type === 'claim')
        batch.push({ ...receivedAnswer(item.claim, kind, sender), segment: item.claim.segment });
      if (batch.length === LOOKED_UP_AT_ONCE || item.type === 'file-end')
        await this.compare(run, batch.splice(0), found);
      const verdict = check.take(item, item.type === 'file-end' ? faultsOf(found) : []);
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
    await this.recorder.record(tx, importId, await newAnswers(tx, await matchAnswers(tx, chunk)));
  }

  /** Which answers are about no claim on record, and which are on record themselves. */
  private async compare(run: ImportRun, batch: readonly Placed[], found: Compared): Promise<void> {
    if (batch.length === 0) return;
    const { matched, fresh } = await this.uow.peek(run.orgId, async (tx) => {
      const matched = await matchAnswers(tx, batch);
      return { matched, fresh: new Set(await newAnswers(tx, matched)) };
    });
    for (const [at, { segment, controlNumber }] of batch.entries()) {
      const answer = matched[at];
      if (!answer) continue;
      if (answer.claimId === null && found.unmatched.length < MOST_UNMATCHED)
        found.unmatched.push(unmatchedFault(controlNumber, segment));
      if (fresh.has(answer)) continue;
      found.firstRepeated ||= segment;
      found.repeated += 1;
    }
  }
}

/** An answer and where it stands in its file. */
type Placed = ReceivedAnswer & { segment: number };

/** What pass 1 finds beside reading. */
interface Compared {
  unmatched: ImportFault[];
  repeated: number;
  firstRepeated: number;
}

const faultsOf = ({ unmatched, repeated, firstRepeated }: Compared): ImportFault[] =>
  repeated === 0 ? unmatched : [repeatedFault(repeated, firstRepeated), ...unmatched];

const answerKind = ({ kind }: ImportRun): '277ca' | '277' | undefined =>
  kind === '277ca' || kind === '277' ? kind : undefined;
