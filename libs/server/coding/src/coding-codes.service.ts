import { Injectable } from '@nestjs/common';
import { CodesChanged } from '@caseboard/contracts';
import type { CodingCase } from '@caseboard/contracts';
import { AppError, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { about, begun, refusal, step } from './case-steps.ts';
import { datedCodes, enteredCodes, unknownCodes } from './code-entry.rules.ts';
import type { CodeWrite } from './code-entry.rules.ts';
import { CodeSets } from './code-sets.service.ts';
import { asCodingCases } from './coding-case.row.ts';
import type { CodingCaseRow } from './coding-case.types.ts';
import { findingsOf } from './coding-findings.rules.ts';
import { isEditable } from './coding-state.rules.ts';
import { HeldCases } from './held-cases.ts';

/** Entering codes. */
@Injectable()
export class CodingCodesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: HeldCases,
    private readonly sets: CodeSets,
  ) {}

  /**
   * Replaces the whole list of a case and checks it. Throws `work-item/not-yours`, `request/stale`,
   * `coding/illegal-move` (each with the case) or `coding/unknown-code`, which names every code in question.
   */
  async put(caller: Caller, id: string, codes: readonly CodeWrite[]): Promise<CodingCase> {
    return this.uow.command(caller, { action: 'coding.case.edit', kind: 'coding-case', id }, async (tx) => {
      const held = await this.cases.holdOwn(tx, caller, id);
      await this.cases.requireVersion(tx, caller, held);
      if (!isEditable(held.state)) throw await refusal(tx, 'coding/illegal-move', held);
      const entered = await this.checked(tx, held, codes);
      const after = await step(tx, 'codes-changed', await begun(tx, held), entered, `${codes.length}`);
      tx.append(CodesChanged, about(after));
      const [shown] = await asCodingCases(tx, [await this.cases.syncWork(tx, after)]);
      return shown as CodingCase;
    });
  }

  /** What the rules find in a case's codes now that its chart may have changed. */
  async findings(tx: Tx, row: CodingCaseRow): Promise<CodingCaseRow['findings']> {
    const known = await this.sets.find(tx, datedCodes(row.codes, row, today(tx)));
    return findingsOf({ ...row, known });
  }

  private async checked(tx: Tx, held: CodingCaseRow, codes: readonly CodeWrite[]) {
    const asked = datedCodes(codes, held, today(tx));
    const known = await this.sets.find(tx, asked);
    const errors = unknownCodes(asked, known);
    if (errors.length > 0) throw new AppError('coding/unknown-code', { errors: errors.slice(0, 20) });
    const entered = enteredCodes(codes, known);
    return { codes: entered, findings: findingsOf({ ...held, codes: entered, known }) };
  }
}

const today = (tx: Tx): string => tx.now.toISOString().slice(0, 10);
