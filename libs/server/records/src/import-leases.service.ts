import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { AuditSubject } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { ImportJobRow } from './import-job.ts';
import { leaseLeft, releaseLease, renewLease, takeLease } from './import-lease.repository.ts';
import type { ImportLease } from './import-lease.repository.ts';
import { IMPORT_TIMINGS } from './import-timings.ts';
import type { ImportTimings } from './import-timings.ts';

/** Another worker has the import: whatever this one still wants to write must not be written. */
export class ImportLeaseLost extends Error {}

/** Whether that is what went wrong, however it was wrapped on its way. */
export function isLeaseLost(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof ImportLeaseLost) return true;
  }
  return false;
}

/** An import this worker has. */
export interface HeldImport {
  orgId: string;
  job: ImportJobRow;
  lease: ImportLease;
  /** Aborted when the worker stops or the lease is lost. */
  signal: AbortSignal;
  isLost(): boolean;
}

export const IMPORT_ACTOR = 'rule:import';
export const importAudit = (act: string, id: string): AuditSubject => ({
  action: `rule.import.${act}`,
  kind: 'import',
  id,
});

/** Sees to it that one worker at a time has an import, and that a dead one's is taken over. */
@Injectable()
export class ImportLeases {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(IMPORT_TIMINGS) private readonly timings: ImportTimings,
  ) {}

  /** Runs `work` while holding the import; does nothing when it is finished or a living worker has it. */
  async holding(
    orgId: string,
    importId: string,
    stop: AbortSignal,
    work: (held: HeldImport) => Promise<void>,
  ): Promise<void> {
    const lease: ImportLease = { importId, attempt: uuidv7(), leaseMs: this.timings.leaseMs };
    const job = await this.take(orgId, lease, stop);
    if (!job) return;
    const lost = new AbortController();
    const heart = setInterval(() => void this.renew(orgId, lease, lost), this.timings.leaseMs / 4);
    lost.signal.addEventListener('abort', () => clearInterval(heart));
    try {
      await work({
        orgId,
        job,
        lease,
        signal: AbortSignal.any([stop, lost.signal]),
        isLost: () => lost.signal.aborted,
      });
    } finally {
      clearInterval(heart);
    }
  }

  /** Gives the import back, so that another worker may go on at once; a lost connection lets the lease run out instead. */
  async release(orgId: string, lease: ImportLease): Promise<void> {
    await this.uow
      .actAs(orgId, IMPORT_ACTOR, importAudit('release', lease.importId), (tx) => releaseLease(tx, lease))
      .catch(() => undefined);
  }

  /** A lease that is held is waited for once: a dead worker's runs out by then, a living one's was renewed. */
  private async take(orgId: string, lease: ImportLease, stop: AbortSignal): Promise<ImportJobRow | undefined> {
    const job = await this.tryTake(orgId, lease);
    if (job) return job;
    const left = await this.uow.peek(orgId, (tx) => leaseLeft(tx, lease.importId));
    if (left === undefined) return undefined;
    await sleep(left + 50, undefined, { signal: stop });
    return this.tryTake(orgId, lease);
  }

  private tryTake(orgId: string, lease: ImportLease): Promise<ImportJobRow | undefined> {
    return this.uow.actAs(orgId, IMPORT_ACTOR, importAudit('take', lease.importId), (tx) => takeLease(tx, lease));
  }

  /** A renewal that fails otherwise is tried again; every write checks the lease anyway. */
  private async renew(orgId: string, lease: ImportLease, lost: AbortController): Promise<void> {
    const audit = importAudit('renew', lease.importId);
    const isOurs = await this.uow.actAs(orgId, IMPORT_ACTOR, audit, (tx) => renewLease(tx, lease)).catch(() => true);
    if (!isOurs) lost.abort(new ImportLeaseLost());
  }
}
