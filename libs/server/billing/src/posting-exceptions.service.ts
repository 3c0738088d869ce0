import { Injectable } from '@nestjs/common';
import { RemittanceRefused } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { WorkItems } from '@caseboard/server/worklist';
import type { NewWorkItem } from '@caseboard/server/worklist';
import { facilitiesByNpi } from './facilities.repository.ts';
import { humanNumber } from './human-number.ts';
import { insertExceptions } from './posting-exceptions.repository.ts';
import type { NewException } from './posting-exceptions.repository.ts';
import type { RefusedSet } from './remittance-plan.ts';

/** Payments that did not add up: each waits in the queue of posting exceptions for a person. */
@Injectable()
export class PostingExceptions {
  constructor(private readonly items: WorkItems) {}

  /** Opens an exception and its work item for every refused set, in the caller's transaction. */
  async open(tx: Tx, importId: string, refused: readonly RefusedSet[]): Promise<void> {
    if (refused.length === 0) return;
    const first = await tx.number('PEX', refused.length);
    const facilities = await facilitiesByNpi(tx);
    const rows = refused.map((set, at): NewException => ({ ...set, importId, number: humanNumber('PEX', first + at) }));
    await insertExceptions(tx, rows);
    await this.items.openMany(
      tx,
      rows.map((row) => itemOf(row, facilities.get(row.payeeId) ?? null, tx.now)),
    );
    for (const { exceptionId } of rows) {
      tx.append(RemittanceRefused, { id: exceptionId, data: { importId, exceptionId } });
    }
  }
}

const itemOf = (row: NewException, facilityId: string | null, openedAt: Date): NewWorkItem => ({
  queueKey: 'posting-exceptions',
  subjectType: 'posting-exception',
  subjectId: row.exceptionId,
  number: row.number,
  facilityId,
  code: codeOf(row),
  needs: 'Ask the payer for a corrected 835',
  patient: '',
  payer: row.payerName,
  amountCents: row.paidCents,
  dueOn: null,
  dueRule: null,
  openedAt,
});

const LEVELS: Record<RefusedSet['level'], string> = { line: 'A line', claim: 'A claim', transaction: 'The payment' };

function codeOf({ level, differenceCents }: RefusedSet): string {
  if (differenceCents === 0) return 'Cannot be read';
  return `${LEVELS[level]} is off by $${(Math.abs(differenceCents) / 100).toFixed(2)}`;
}
