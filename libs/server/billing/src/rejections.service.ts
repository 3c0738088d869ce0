import { Injectable } from '@nestjs/common';
import { RejectionResolved } from '@caseboard/contracts';
import type { Page, RejectionCase, RejectionCaseDetail, rejectionResolutionAsk } from '@caseboard/contracts';
import { AppError, decodeCursor, effectOf, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import type * as z from 'zod/mini';
import { acknowledgementsOf } from './acknowledgements.repository.ts';
import { claimsByIds } from './claim-reads.repository.ts';
import { claimsShown } from './claim.row.ts';
import { rejectionTimeline } from './rejection-timeline.rules.ts';
import { asRejection, rejectionRow, visibleRejection } from './rejection.row.ts';
import type { RejectionRow } from './rejection.types.ts';
import type { RejectionsQuery } from './rejections.queries.ts';
import { closeRejection, listRejections, NEVER } from './rejections.repository.ts';

type ResolutionAsk = z.output<typeof rejectionResolutionAsk>;

const DEFAULT_PAGE = 50;

/** Rejections as one person may see and settle them. */
@Injectable()
export class Rejections {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly items: WorkItems,
  ) {}

  async list(caller: Caller, query: RejectionsQuery): Promise<Page<RejectionCase>> {
    const { limit = DEFAULT_PAGE, cursor, state = 'open', payer, text, ids } = query;
    const owner = query.owner === 'me' ? caller.principal.userId : query.owner;
    const filters = { list: 'rejections', state, payer, text, ids, owner };
    const [dueOn, id] = decodeCursor(cursor, filters) ?? [];
    const audit = { action: 'billing.rejection.read', kind: 'rejection', details: { state, payer, owner } };
    return this.uow.read(caller, audit, async (tx) => {
      const rows = await listRejections(tx, {
        states: ids && query.state === undefined ? ['open', 'resolved'] : [state],
        ...{ payer, owner, text, ids },
        facilityIds: caller.principal.facilityIds,
        after: id === undefined ? undefined : { dueOn: String(dueOn), id: String(id) },
        limit: limit + 1,
      });
      const page = pageFrom(rows, limit, filters, (row) => [row.dueOn ?? NEVER, row.id], asRejection);
      return { ...page, asOf: await tx.head() };
    });
  }

  /** One rejection with its story. Throws `request/not-found` for one that is not theirs to see. */
  async read(caller: Caller, id: string): Promise<RejectionCaseDetail> {
    return this.uow.read(caller, { action: 'billing.rejection.read', kind: 'rejection', id }, async (tx) => {
      const of = await visibleRejection(tx, caller.principal, id);
      if (!of) throw notFound();
      const claim = (await claimsByIds(tx, [of.claimId], [])).get(of.claimId);
      return {
        ...asRejection(of),
        patientName: claim?.patientName ?? of.patient,
        timeline: await this.timeline(tx, of),
      };
    });
  }

  /**
   * Says what was done about it; its work item is done. Throws `rejection/resolved` or `request/stale`, each with the
   * rejection as it is.
   */
  async resolve(caller: Caller, id: string, { resolution, note }: ResolutionAsk): Promise<RejectionCase> {
    return this.uow.command(caller, { action: 'billing.rejection.resolve', kind: 'rejection', id }, async (tx) => {
      if (!(await visibleRejection(tx, caller.principal, id))) throw notFound();
      await this.items.hold(tx, 'rejection', [id]);
      const before = await visibleRejection(tx, caller.principal, id);
      if (!before) throw notFound();
      if (before.state === 'resolved') throw new AppError('rejection/resolved', { current: asRejection(before) });
      if (before.version !== caller.ifMatch) throw new AppError('request/stale', { current: asRejection(before) });
      return asRejection(await this.close(tx, before, { resolution, note: note ?? null }));
    });
  }

  private async close(tx: Tx, before: RejectionRow, how: { resolution: string; note: string | null }) {
    const closed = await closeRejection(tx, before, how);
    if (!closed) throw new AppError('request/stale', { current: asRejection(before) });
    const item = await this.items.change(tx, 'rejection', closed.id, { state: 'done' });
    const after = { ...closed, itemVersion: item?.version ?? closed.itemVersion, ownerId: item?.ownerId ?? null };
    const { id, claimId } = after;
    tx.append(RejectionResolved, {
      id,
      data: { rejectionId: id, claimId },
      rows: [effectOf(rejectionRow, before, after), ...(await claimsShown(tx, [claimId])).values()],
    });
    return after;
  }

  private async timeline(tx: Tx, of: RejectionRow) {
    const moves = await this.items.historyOf(tx, of.itemId);
    return rejectionTimeline({ of, answers: await acknowledgementsOf(tx, of.claimId), moves });
  }
}
