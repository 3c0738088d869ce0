import { Injectable } from '@nestjs/common';
import { channels, DENIAL_STAGES } from '@caseboard/contracts';
import type { Counter, Denial, DenialCase, Page } from '@caseboard/contracts';
import { carcWords } from '@caseboard/server/billing';
import { countersOf, decodeCursor, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { canSee } from '@caseboard/server/worklist';
import { listCases } from './denial-case-list.repository.ts';
import { asCard } from './denial-case.row.ts';
import type { DenialCaseRow, DenialRow } from './denial-case.types.ts';
import { findDenial, listDenials } from './denial-list.repository.ts';
import type { DenialCasesQuery, DenialsQuery } from './denials.queries.ts';

const DEFAULT_PAGE = 50;

/** Board, table and list of denials: the same rows in three layouts. */
@Injectable()
export class DenialBoardService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Cards by stage, payer and owner, highest priority first; a board asks once for each column. */
  async listCases(caller: Caller, query: DenialCasesQuery): Promise<Page<DenialCase>> {
    const { limit = DEFAULT_PAGE, cursor, stage, payer } = query;
    const owner = query.owner === 'me' ? caller.principal.userId : (query.owner ?? 'any');
    const filters = { list: 'denial-cases', stage, payer, owner };
    const [rank, id] = decodeCursor(cursor, filters) ?? [];
    const audit = { action: 'denials.denial.read', kind: 'denial-case', details: { stage, payer, owner } };
    return this.uow.read(caller, audit, async (tx) => {
      const rows = await listCases(tx, {
        stages: stage === undefined ? DENIAL_STAGES.filter((one) => one !== 'closed') : [stage],
        payerId: payer ?? null,
        owner,
        facilityIds: caller.principal.facilityIds,
        after: id === undefined ? undefined : { rank: Number(rank), id: String(id) },
        limit: limit + 1,
      });
      const page = pageFrom(rows, limit, filters, (row) => [-row.priority, row.id], asCard);
      return { ...page, asOf: await tx.head() };
    });
  }

  /** Cards and dollars of every column, exact. */
  async totals(caller: Caller): Promise<{ counters: Counter[]; asOf: number }> {
    const channel = channels.board('denials');
    return this.uow.read(caller, { action: 'denials.denial.read', kind: 'board', id: channel }, async (tx) => {
      const held = new Map((await countersOf(tx, channel)).map((counter) => [counter.key, counter]));
      const counters = DENIAL_STAGES.map(
        (stage) => held.get(`stage:${stage}`) ?? { channel, key: `stage:${stage}`, count: 0, cents: 0 },
      );
      return { counters, asOf: await tx.head() };
    });
  }

  /** Denials one by one, the newest first. */
  async listDenials(caller: Caller, query: DenialsQuery): Promise<Page<Denial>> {
    const { limit = DEFAULT_PAGE, cursor, stage, payer, case: caseId, claim } = query;
    const filters = { list: 'denials', stage, payer, caseId, claim };
    const [afterId] = decodeCursor(cursor, filters) ?? [];
    const audit = { action: 'denials.denial.read', kind: 'denial', details: { stage, payer, caseId, claim } };
    return this.uow.read(caller, audit, async (tx) => {
      const rows = await listDenials(tx, {
        stage: stage ?? null,
        payerId: payer ?? null,
        caseId: caseId ?? null,
        claimId: claim ?? null,
        facilityIds: caller.principal.facilityIds,
        afterId: afterId === undefined ? null : String(afterId),
        limit: limit + 1,
      });
      const page = pageFrom(rows, limit, filters, ({ denial }) => [denial.id], asDenialResource);
      return { ...page, asOf: await tx.head() };
    });
  }

  /** Throws `request/not-found` for a denial that is not there or not theirs to see. */
  async getDenial(caller: Caller, id: string): Promise<Denial> {
    return this.uow.read(caller, { action: 'denials.denial.read', kind: 'denial', id }, async (tx) => {
      const found = await findDenial(tx, id);
      if (!found || !canSee(caller.principal, found.of)) throw notFound();
      return asDenialResource(found);
    });
  }
}

function asDenialResource({ denial, of }: { denial: DenialRow; of: DenialCaseRow }): Denial {
  const { id, group, carc, rarcs, amountCents, lineNumber, category } = denial;
  const { stage, claimId, claimNumber, remittanceId, payerName, dueOn, ownerId, version } = of;
  return {
    ...{
      id,
      group: group as Denial['group'],
      carc,
      words: carcWords(carc),
      rarcs,
      amountCents,
      isDenial: true,
      lineNumber,
      category,
    },
    ...{
      caseId: of.id,
      caseNumber: of.number,
      stage,
      claimId,
      claimNumber,
      remittanceId,
      payerName,
      dueOn,
      ownerId,
      version,
    },
  };
}
