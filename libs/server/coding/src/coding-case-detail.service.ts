import { Injectable } from '@nestjs/common';
import type { CodingCaseDetail, TimelineEntry } from '@caseboard/contracts';
import { notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import { WorkItems } from '@caseboard/server/worklist';
import { movesOf } from './case-moves.repository.ts';
import { timelineOf } from './case-timeline.rules.ts';
import { asCodingCase } from './coding-case.row.ts';
import type { CodingCaseRow } from './coding-case.types.ts';
import { barriersOf } from './coding-state.rules.ts';
import { CodingAccess } from './coding.access.ts';
import { pendsOf } from './pends.repository.ts';

/** A case opened. */
@Injectable()
export class CodingCaseDetails {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: CodingAccess,
    private readonly charts: Charts,
    private readonly items: WorkItems,
  ) {}

  /** Throws `request/not-found` when missing or not theirs to see. */
  async get(caller: Caller, id: string): Promise<CodingCaseDetail> {
    return this.uow.read(caller, { action: 'coding.case.read', kind: 'coding-case', id }, async (tx) => {
      const of = await this.access.visible(tx, caller.principal, id);
      if (!of) throw notFound();
      const pends = (await pendsOf(tx, [id])).get(id) ?? [];
      const chart = (await this.charts.encountersOf(tx, [of.encounterId])).get(of.encounterId);
      const openPends = pends.filter(({ clearedAt }) => clearedAt === null).map(({ reason }) => reason);
      return {
        ...asCodingCase(of, pends),
        patientName: chart?.patientName ?? of.patient,
        timeline: await this.timeline(tx, of),
        barriers: barriersOf({ ...of, openPends }),
      };
    });
  }

  private async timeline(tx: Tx, of: CodingCaseRow): Promise<TimelineEntry[]> {
    const itemMoves = await this.items.historyOf(tx, of.itemId);
    return timelineOf({ encounterNumber: of.encounterNumber, moves: await movesOf(tx, of.id), itemMoves });
  }
}
