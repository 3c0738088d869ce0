import { Inject, Injectable } from '@nestjs/common';
import { constraintOf, FileStore, isUniqueViolation, UnitOfWork } from '@caseboard/server/kernel';
import type { JobPayload, Tx } from '@caseboard/server/kernel';
import type { ImportHandler, ImportVerdict } from './import-handler.ts';
import { ImportFailures } from './import-failures.service.ts';
import type { ImportJobRow } from './import-job.ts';
import { ImportKinds } from './import-kinds.service.ts';
import { writeDone, writeVerdict } from './import-lease.repository.ts';
import { IMPORT_ACTOR, importAudit, ImportLeaseLost, ImportLeases } from './import-leases.service.ts';
import type { HeldImport } from './import-leases.service.ts';
import { APPLYING, CHECKING, ImportProgress } from './import-progress.ts';
import type { Pass } from './import-progress.ts';
import { refusalIn } from './import-refusal.ts';
import { HeldRun } from './import-run.ts';
import { IMPORT_TIMINGS } from './import-timings.ts';
import type { ImportTimings } from './import-timings.ts';
import { decide, refused } from './import-verdict.rules.ts';
import { announce } from './import.row.ts';
import { appliedImport, findImport } from './imports.repository.ts';
import { revive } from './import-revival.ts';

/** Does an import in the worker: check, verdict, apply. Runs again after any crash and goes on where it was. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly kinds: ImportKinds,
    private readonly leases: ImportLeases,
    private readonly failures: ImportFailures,
    @Inject(IMPORT_TIMINGS) private readonly timings: ImportTimings,
  ) {}

  /**
   * Takes an import as far as it goes. Throws when it should be tried again; a file's own fault or the last
   * failure of ours is written down instead.
   */
  async run({ orgId, id }: JobPayload, stop: AbortSignal): Promise<void> {
    await this.leases.holding(orgId, id, stop, async (held) => {
      try {
        await this.bothPasses(held);
      } catch (error) {
        await this.failures.settle(held, error);
      }
    });
  }

  private async bothPasses(held: HeldImport): Promise<void> {
    const handler = this.kinds.require(held.job.kind);
    const job = held.job.state === 'applying' ? held.job : await this.firstPass(held, handler);
    if (job.state === 'applying') await this.secondPass({ ...held, job }, handler);
  }

  private async firstPass(held: HeldImport, handler: ImportHandler): Promise<ImportJobRow> {
    const run = this.runOf(held, CHECKING, undefined);
    const verdict = await this.check(handler, run);
    await this.judge(held, handler, run, verdict);
    return this.uow.peek(held.orgId, async (tx) => (await findImport(tx, held.job.id)) ?? held.job);
  }

  /** A file that cannot be read to its end is rejected whatever the handler made of the part it saw. */
  private async check(handler: ImportHandler, run: HeldRun): Promise<ImportVerdict> {
    try {
      const verdict = await handler.check(run);
      return run.refusal ? refused(run.refusal, verdict) : verdict;
    } catch (error) {
      const refusal = run.refusal ?? refusalIn(error);
      if (!refusal) throw error;
      return refused(refusal);
    }
  }

  /** Of two imports of the same file that get here at once the second finds the first when it looks again. */
  private async judge(held: HeldImport, handler: ImportHandler, run: HeldRun, verdict: ImportVerdict): Promise<void> {
    const audit = importAudit('settle', held.job.id);
    const write = () =>
      this.uow.actAs(held.orgId, IMPORT_ACTOR, audit, (tx) => this.writeVerdict(tx, held, handler, run, verdict));
    await write().catch((error: unknown) => {
      if (isUniqueViolation(error) && constraintOf(error) === 'import_applies_once') return write();
      throw error;
    });
  }

  private async writeVerdict(
    tx: Tx,
    held: HeldImport,
    handler: ImportHandler,
    run: HeldRun,
    verdict: ImportVerdict,
  ): Promise<void> {
    const twin = await appliedImport(tx, held.job.sha256);
    const decided = decide(verdict, twin?.id);
    if (!(await writeVerdict(tx, held.lease, decided))) throw new ImportLeaseLost();
    if (!twin) await handler.settle?.(tx, run, verdict);
    else if (twin.state === 'failed') await revive(tx, twin.id);
    announce(tx, held.job.id, decided.state);
  }

  private async secondPass(held: HeldImport, handler: ImportHandler): Promise<void> {
    await handler.apply(this.runOf(held, APPLYING, held.job.plan));
    await this.uow.actAs(held.orgId, IMPORT_ACTOR, importAudit('finish', held.job.id), async (tx) => {
      if (!(await writeDone(tx, held.lease, 'Done'))) throw new ImportLeaseLost();
      announce(tx, held.job.id, 'done');
    });
  }

  private runOf(held: HeldImport, pass: Pass, plan: unknown): HeldRun {
    return new HeldRun(held, this.files, new ImportProgress(this.uow, held, pass, this.timings.progressMs), plan);
  }
}
