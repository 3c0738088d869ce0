import { Injectable } from '@nestjs/common';
import type { Role } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Detection, ImportHandler, ImportRun, ImportVerdict } from '@caseboard/server/records';
import { read837 } from '@caseboard/x12';
import type { ClaimFileHeader } from '@caseboard/x12';
import { ChunkRunner } from './chunk-runner.ts';
import { ClaimCheck } from './claim-check.ts';
import type { ClaimPlan } from './claim-check.ts';
import { ClaimWriter } from './claim-writer.ts';
import type { ClaimToWrite } from './claim-writer.ts';
import { detectX12File } from './x12-detection.ts';

/** Imports 837P and 837I files: claims made elsewhere. */
@Injectable()
export class ClaimImport implements ImportHandler {
  readonly kinds = ['837p', '837i'] as const;
  readonly roles: readonly Role[] = ['biller', 'admin'];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly writer: ClaimWriter,
  ) {}

  /** Also says of X12 of any other kind why it is not taken. */
  detect(head: Uint8Array): Detection | undefined {
    const found = detectX12File(head);
    const isOurs = found === undefined || found.kind === 'unknown' || this.kinds.some((kind) => kind === found.kind);
    return isOurs ? found : undefined;
  }

  async check(run: ImportRun): Promise<ImportVerdict> {
    const check = new ClaimCheck();
    for await (const item of read837(run.open())) {
      const file = check.take(item);
      if (file) {
        const { counts, faults, plan, hasEnvelopeErrors } = file;
        return { accepted: !hasEnvelopeErrors && plan.sets.length > 0, counts, faults, plan };
      }
      if (check.claims % 1000 === 999)
        await run.progress(0, 0, `Checking, ${check.claims.toLocaleString('en-US')} claims read`);
    }
    throw new Error('The reader did not say that the file ended.');
  }

  async apply(run: ImportRun): Promise<void> {
    const plan = run.plan as ClaimPlan;
    const sets = new Set(plan.sets);
    const chunks = new ChunkRunner(run, this.uow, {
      action: 'billing.claim.import',
      verb: 'Taking in',
      total: plan.claims,
    });
    let chunk: ClaimToWrite[] = [];
    let header: ClaimFileHeader | undefined;
    for await (const item of read837(run.open())) {
      if (item.type === 'transaction-start') header = item.header;
      if (item.type !== 'claim' || !sets.has(item.claim.transactionOrdinal)) continue;
      if (item.claim.ordinal <= run.cursor) {
        chunks.skipped();
        continue;
      }
      chunk.push({ claim: item.claim, header });
      if (chunk.length < chunks.size) continue;
      await this.commit(run, chunks, chunk);
      chunk = [];
    }
    await this.commit(run, chunks, chunk);
  }

  /** A claim may bring more links than one transaction may tell: then the same chunk goes again until all are made. */
  private async commit(run: ImportRun, chunks: ChunkRunner, chunk: readonly ClaimToWrite[]): Promise<void> {
    const last = chunk.at(-1);
    if (!last) return;
    const work = { claims: chunk.length, size: chunk.length, lastOrdinal: last.claim.ordinal };
    for (let isWhole = false; !isWhole;) {
      ({ isWhole } = await chunks.commit(
        work,
        (tx) => this.writer.write(tx, run.importId, chunk),
        (done) => done.isWhole,
      ));
    }
  }
}
