import { Injectable } from '@nestjs/common';
import type { Page, Submission } from '@caseboard/contracts';
import { decodeCursor, FileStore, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { hiddenFacilities } from './billing.access.ts';
import { asSubmissionResource } from './submission.row.ts';
import type { SubmissionsQuery } from './submissions.queries.ts';
import type { SubmissionRow } from './submission.types.ts';
import { listSubmissions, submissionsByIds } from './submissions.repository.ts';

const DEFAULT_PAGE = 50;

/** Files of claims as one person may see them. */
@Injectable()
export class Submissions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /** The newest first. */
  async list(caller: Caller, query: SubmissionsQuery): Promise<Page<Submission>> {
    const { limit = DEFAULT_PAGE, cursor, ids } = query;
    const filters = { list: 'submissions', ids };
    const [after] = (decodeCursor(cursor, filters) ?? []) as [string?];
    return this.uow.read(caller, { action: 'billing.submission.read', kind: 'submission' }, async (tx) => {
      const hidden = await hiddenFacilities(tx, caller.principal);
      const rows = await listSubmissions(tx, { ids, after, hidden, limit: limit + 1 });
      const page = pageFrom(rows, limit, filters, ({ id }) => [id], asSubmissionResource);
      return { ...page, asOf: await tx.head() };
    });
  }

  /** Throws `request/not-found` for one that is not theirs to see. */
  async read(caller: Caller, id: string): Promise<Submission> {
    return asSubmissionResource(await this.require(caller, id, {}));
  }

  /** The file as it left; the audit says who took it. Throws `request/not-found`. */
  async download(caller: Caller, id: string): Promise<{ name: string; content: AsyncIterable<Uint8Array> }> {
    const found = await this.require(caller, id, { isDownload: true });
    return { name: found.fileName, content: this.files.read(caller.principal.orgId, found.fileId) };
  }

  private async require(caller: Caller, id: string, details: Record<string, unknown>): Promise<SubmissionRow> {
    const audit = { action: 'billing.submission.read', kind: 'submission', id, details };
    return this.uow.read(caller, audit, async (tx) => {
      const [found] = await submissionsByIds(tx, [id], await hiddenFacilities(tx, caller.principal));
      if (!found) throw notFound();
      return found;
    });
  }
}
