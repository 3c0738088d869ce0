import { Injectable } from '@nestjs/common';
import type { Principal, Tx } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import { canSee } from '@caseboard/server/worklist';
import type { CodingCaseRow } from './coding-case.types.ts';
import { findCase } from './coding-cases.repository.ts';

/**
 * Who sees a coding case: who holds `coding.case.read`, is not kept out by a gate, and may read the chart. The list
 * filters by the gate alone, which is the same: whoever holds the permission may read every chart outside a gate.
 */
@Injectable()
export class CodingAccess {
  constructor(private readonly charts: Charts) {}

  /** A case the person may see; undefined when missing or not theirs to see. */
  async visible(tx: Tx, principal: Principal, id: string): Promise<CodingCaseRow | undefined> {
    if (!principal.permissions.has('coding.case.read')) return undefined;
    const found = await findCase(tx, id);
    if (!found || !canSee(principal, found)) return undefined;
    return (await this.charts.mayRead(tx, principal, found.encounterId)) ? found : undefined;
  }

  /** May this person follow a case's own channel, or talk about the case? */
  async admits(tx: Tx, principal: Principal, caseId: string): Promise<boolean> {
    return /^[0-9a-f-]{36}$/.test(caseId) && (await this.visible(tx, principal, caseId)) !== undefined;
  }
}
