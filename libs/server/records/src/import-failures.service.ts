import { Inject, Injectable } from '@nestjs/common';
import { AppError, isConnectionLoss, isLockTimeout, LOG, UnitOfWork } from '@caseboard/server/kernel';
import type { Log, Tx } from '@caseboard/server/kernel';
import { countFailure, writeFailed } from './import-lease.repository.ts';
import { IMPORT_ACTOR, importAudit, ImportLeases, isLeaseLost } from './import-leases.service.ts';
import type { HeldImport } from './import-leases.service.ts';
import { importFaultOf } from './import-refusal.ts';
import { announce } from './import.row.ts';
import { findImport } from './imports.repository.ts';

/** Failures in a row, without a chunk getting through, after which a person has to look. */
export const FAILURES_TO_GIVE_UP = 5;

/** What happens to an import that an error of ours stopped. */
@Injectable()
export class ImportFailures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly leases: ImportLeases,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Lost to another worker: nothing more to do. Stopped, or the database was busy or away: throws, to be tried
   * again. Anything else is counted, and tried again until it happened five times in a row.
   */
  async settle(held: HeldImport, error: unknown): Promise<void> {
    const { orgId, job, lease } = held;
    if (held.isLost() || isLeaseLost(error)) return;
    if (held.signal.aborted || isPassing(error)) {
      await this.leases.release(orgId, lease);
      throw error;
    }
    this.log.error({ importId: job.id, kind: job.kind, ...loggable(error) }, 'an import failed');
    const hasGivenUp = await this.uow.actAs(orgId, IMPORT_ACTOR, importAudit('fail', job.id), (tx) =>
      giveUp(tx, held, error),
    );
    if (!hasGivenUp) throw error;
  }
}

async function giveUp(tx: Tx, { job, lease }: HeldImport, error: unknown): Promise<boolean> {
  const failures = await countFailure(tx, lease);
  if (failures === undefined) return true;
  if (failures < FAILURES_TO_GIVE_UP) return false;
  const now = await findImport(tx, job.id);
  const where =
    now?.state === 'applying' ? `after claim ${now.cursor.toLocaleString('en-US')}` : 'while reading the file';
  const message = `Something went wrong on our side ${where} (${nameOf(error)}). Nothing is half done: it can go on from there.`;
  await writeFailed(tx, lease, importFaultOf('failed', message), 'Stopped, can go on');
  announce(tx, job.id, 'failed');
  return true;
}

const isPassing = (error: unknown): boolean =>
  isConnectionLoss(error) || isLockTimeout(error) || (error instanceof AppError && error.code === 'request/busy');

const nameOf = (error: unknown): string =>
  error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown';

/** Names and places only: messages of drivers and parsers may quote what they choked on. */
const loggable = (error: unknown): Record<string, unknown> => ({
  type: nameOf(error),
  stack:
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
      : undefined,
});
