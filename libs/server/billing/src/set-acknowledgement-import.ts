import { Injectable } from '@nestjs/common';
import type { ImportFault, Role } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Detection, ImportHandler, ImportRun, ImportVerdict } from '@caseboard/server/records';
import { read999, setOutcome } from '@caseboard/x12';
import type { AcknowledgementItem } from '@caseboard/x12';
import { findSentSet } from './acknowledged-sets.repository.ts';
import { ChunkRunner } from './chunk-runner.ts';
import type { AcknowledgementPlan } from './claim-status-check.ts';
import { countsOf, errorsFirst } from './remittance-check.ts';
import { faultOfReader } from './remittance-faults.ts';
import { SetAcknowledger } from './set-acknowledger.ts';
import { SetAnswerReader, unmatchedSetFault } from './set-answer.ts';
import type { SetAnswered } from './set-answer.ts';
import { detectX12File } from './x12-detection.ts';

const MOST_UNMATCHED = 100;

/** What pass 1 counts. */
interface Found {
  plan: AcknowledgementPlan;
  counts: { acknowledgements: number; rejections: number };
  answers: SetAnswered[];
  faults: ImportFault[];
}

/** Imports 999 and 997 files: what became of the files of claims that were sent. */
@Injectable()
export class SetAcknowledgementImport implements ImportHandler {
  readonly kinds = ['999'] as const;
  readonly roles: readonly Role[] = ['biller', 'admin'];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly acknowledger: SetAcknowledger,
  ) {}

  detect(head: Uint8Array): Detection | undefined {
    const found = detectX12File(head);
    return found?.kind === '999' ? found : undefined;
  }

  async check(run: ImportRun): Promise<ImportVerdict> {
    const found: Found = {
      plan: { sets: [], answers: 0 },
      counts: { acknowledgements: 0, rejections: 0 },
      answers: [],
      faults: [],
    };
    const reader = new SetAnswerReader();
    for await (const item of read999(run.open())) {
      const answer = reader.take(item);
      if (answer) found.answers.push(answer);
      if (item.type === 'transaction-end') await this.closeSet(run, item, found);
      if (item.type === 'file-end') return verdictOf(item, found);
    }
    throw new Error('The reader did not say that the file ended.');
  }

  async apply(run: ImportRun): Promise<void> {
    const plan = run.plan as AcknowledgementPlan;
    const sets = new Set(plan.sets);
    const words = { action: 'billing.claim.acknowledge', verb: 'Taking in', total: plan.answers, things: 'answers' };
    const chunks = new ChunkRunner(run, this.uow, words);
    const reader = new SetAnswerReader();
    let isPlanned = false;
    for await (const item of read999(run.open())) {
      if (item.type === 'transaction-start') isPlanned = sets.has(item.transaction.ordinal);
      const answer = reader.take(item);
      if (!isPlanned) continue;
      if (answer && answer.ordinal <= run.cursor) chunks.skipped();
      else if (answer) await this.commit(run, chunks, answer, reader.sender);
    }
  }

  /** A set may have more claims than one transaction takes: then the same answer goes again until all have it. */
  private async commit(run: ImportRun, chunks: ChunkRunner, answer: SetAnswered, sender: string): Promise<void> {
    for (let isWhole = false; !isWhole;) {
      const { size } = chunks;
      ({ isWhole } = await chunks.commit(
        { claims: 1, size, lastOrdinal: answer.ordinal },
        (tx) => this.acknowledger.write(tx, { importId: run.importId, sender, limit: size }, answer),
        (done) => done.isWhole,
      ));
    }
  }

  private async closeSet(
    run: ImportRun,
    item: Extract<AcknowledgementItem, { type: 'transaction-end' }>,
    found: Found,
  ): Promise<void> {
    const answers = found.answers.splice(0);
    found.counts.acknowledgements += answers.length;
    found.counts.rejections += answers.filter(({ answer }) => setOutcome(answer.code) === 'rejected').length;
    if (item.hasErrors) return;
    found.plan.sets.push(item.transaction.ordinal);
    found.plan.answers += answers.length;
    for (const answer of answers.slice(0, MOST_UNMATCHED)) {
      const sent = await this.uow.peek(run.orgId, (tx) => findSentSet(tx, answer));
      if (!sent && found.faults.length < MOST_UNMATCHED) found.faults.push(unmatchedSetFault(answer));
    }
  }
}

function verdictOf(item: Extract<AcknowledgementItem, { type: 'file-end' }>, found: Found): ImportVerdict {
  const { interchanges, transactions } = countsOf(item.counts);
  return {
    accepted: !item.hasEnvelopeErrors && found.plan.sets.length > 0,
    counts: { interchanges, transactions, ...found.counts },
    faults: errorsFirst([...item.faults.map(faultOfReader), ...found.faults]),
    plan: found.plan,
  };
}
