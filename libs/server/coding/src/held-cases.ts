import { Injectable } from '@nestjs/common';
import { notFound } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import { refusal } from './case-steps.ts';
import { workOf } from './case-work.rules.ts';
import type { CodingCaseRow } from './coding-case.types.ts';
import { findCase } from './coding-cases.repository.ts';
import { CodingAccess } from './coding.access.ts';
import { pendsOf } from './pends.repository.ts';

/** Cases as nobody else can change them until the transaction ends, and their work items kept in step. */
@Injectable()
export class HeldCases {
  constructor(
    private readonly access: CodingAccess,
    private readonly items: WorkItems,
  ) {}

  /** A case for a person; throws `request/not-found` when missing or not theirs to see. */
  async hold(tx: Tx, { principal }: Caller, id: string): Promise<CodingCaseRow> {
    if (!(await this.access.visible(tx, principal, id))) throw notFound();
    await this.items.hold(tx, 'coding', [id]);
    const held = await this.access.visible(tx, principal, id);
    if (!held) throw notFound();
    return held;
  }

  /** The same for whoever holds the case's work item; throws `work-item/not-yours` with the case. */
  async holdOwn(tx: Tx, caller: Caller, id: string): Promise<CodingCaseRow> {
    const held = await this.hold(tx, caller, id);
    if (held.ownerId !== caller.principal.userId) throw await refusal(tx, 'work-item/not-yours', held);
    return held;
  }

  /** Throws `request/stale` with the case when the person saw an older version. */
  async requireVersion(tx: Tx, { ifMatch }: Caller, row: CodingCaseRow): Promise<void> {
    if (row.version !== ifMatch) throw await refusal(tx, 'request/stale', row);
  }

  /** A case for a rule; undefined when there is none. */
  async holdByRule(tx: Tx, id: string): Promise<CodingCaseRow | undefined> {
    await this.items.hold(tx, 'coding', [id]);
    return findCase(tx, id);
  }

  /** Writes what the case's work item says now; the case with what the item gave back. */
  async syncWork(tx: Tx, row: CodingCaseRow, notReady?: string): Promise<CodingCaseRow> {
    const pends = (await pendsOf(tx, [row.id])).get(row.id) ?? [];
    const { dueOn, dueRule, facilityId, patient } = row;
    await this.items.change(tx, 'coding', row.id, {
      ...workOf(row, pends, notReady),
      dueOn,
      dueRule,
      facilityId,
      patient,
    });
    return (await findCase(tx, row.id)) ?? row;
  }
}
