import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ImportJob, Page } from '@caseboard/contracts';
import { decodeCursor, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Actor, Caller, Tx } from '@caseboard/server/kernel';
import { ImportIntake } from './import-intake.service.ts';
import { UNFINISHED } from './import-job.ts';
import type { ImportJobRow } from './import-job.ts';
import { IMPORT_ACTOR } from './import-leases.service.ts';
import { revive } from './import-revival.ts';
import { asImportJob, FAULTS_IN_LISTS } from './import.row.ts';
import { findImport, importsBefore, importsByIds, unfinishedImports } from './imports.repository.ts';

const FILTERS = 'imports, newest first';
const POLL_MS = 100;

/** Imports as people and other programs of the server see them. */
@Injectable()
export class Imports {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly intake: ImportIntake,
  ) {}

  /** Imports, newest first, each with its first faults; or, with `ids`, exactly those that are there. */
  async list(
    caller: Caller,
    asked: { limit?: number | undefined; cursor?: string | undefined; ids?: string[] | undefined },
  ): Promise<Page<ImportJob>> {
    const limit = asked.limit ?? 50;
    const [before] = (decodeCursor(asked.cursor, FILTERS) ?? []) as [string?];
    return this.uow.read(caller, { action: 'records.import.read', kind: 'import' }, async (tx) => {
      const rows = asked.ids ? await importsByIds(tx, asked.ids) : await importsBefore(tx, before, limit + 1);
      const show = (row: ImportJobRow) => asImportJob(row, FAULTS_IN_LISTS);
      const page = asked.ids
        ? { items: rows.map(show), nextCursor: null }
        : pageFrom(rows, limit, FILTERS, (row) => [row.id], show);
      return { ...page, asOf: await tx.head() };
    });
  }

  /** One import with all faults that are kept. */
  async read(caller: Caller, id: string): Promise<ImportJob> {
    return this.uow.read(caller, { action: 'records.import.read', kind: 'import', id }, async (tx) =>
      asImportJob(await requireImport(tx, id)),
    );
  }

  /** Lets a failed import go on where it stopped; one that has not failed stays as it is. */
  async resume(caller: Caller, id: string): Promise<ImportJob> {
    return this.uow.command(caller, { action: 'records.import.create', kind: 'import', id }, async (tx) => {
      await requireImport(tx, id);
      await revive(tx, id);
      return asImportJob(await requireImport(tx, id));
    });
  }

  /** Takes a file in without a request: command line, samples. Resolves when it is queued. */
  async importFile(orgId: string, actor: Actor, name: string, source: AsyncIterable<Uint8Array>): Promise<string> {
    return (await this.intake.keep(orgId, actor, name, source)).id;
  }

  /** The import once it is done, failed or rejected; a worker must be running. Rejects when `signal` aborts. */
  async waitFor(orgId: string, id: string, signal?: AbortSignal): Promise<ImportJob> {
    for (;;) {
      const job = await this.uow.peek(orgId, (tx) => requireImport(tx, id));
      if (!UNFINISHED.includes(job.state)) return asImportJob(job);
      await sleep(POLL_MS, undefined, { signal });
    }
  }

  /** Queues what a worker that died left unfinished, in every organisation; how many. Called when a worker starts. */
  async resumeUnfinished(): Promise<number> {
    const organisations = await this.uow.across<{ org_id: string }>('tail', 'SELECT org_id FROM events.stream');
    let queued = 0;
    for (const { org_id: orgId } of organisations) {
      const ids = await this.uow.peek(orgId, unfinishedImports);
      if (ids.length > 0) await this.enqueue(orgId, ids);
      queued += ids.length;
    }
    return queued;
  }

  private async enqueue(orgId: string, ids: readonly string[]): Promise<void> {
    await this.uow.actAs(
      orgId,
      IMPORT_ACTOR,
      { action: 'rule.import.resume', kind: 'import', details: { imports: ids.length } },
      async (tx) => {
        for (const id of ids) await tx.enqueue('imports', id);
      },
    );
  }
}

async function requireImport(tx: Tx, id: string): Promise<ImportJobRow> {
  const job = await findImport(tx, id);
  if (!job) throw notFound();
  return job;
}
