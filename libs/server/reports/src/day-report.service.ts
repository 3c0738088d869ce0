import { Injectable } from '@nestjs/common';
import type { DayReport } from '@caseboard/contracts';
import { AppError, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { doneThatDay, leftOver, promised, wakingNext } from './day-report.repository.ts';
import { localDay } from './local-day.repository.ts';
import type { DayQuery } from './reports.queries.ts';

const FORMULA =
  'Done = items the person finished that day or whose case they moved, each once. Left = open items they hold now. ' +
  'Promised = answers of payers and physicians they still wait for, with the day. Wakes = waiting items that come ' +
  'back the day after. Dollars = amounts of the items. A day runs from midnight to midnight where the organization is.';

/** How a person's day ended. */
@Injectable()
export class DayReportService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Throws `access/forbidden` when somebody who is not a lead asks for another person's day. */
  async report(caller: Caller, { on, userId = caller.principal.userId }: DayQuery): Promise<DayReport> {
    const { principal } = caller;
    const audit = { action: 'reports.day.read', kind: 'user', id: userId };
    return this.uow.read(caller, audit, async (tx) => {
      if (userId !== principal.userId && !principal.roles.includes('lead')) throw new AppError('access/forbidden');
      if (!(await isColleague(tx, userId))) throw notFound();
      const day = await localDay(tx, on);
      const ask = { day, userId, facilityIds: principal.facilityIds };
      return {
        ...{ userId, on: day.on, formula: FORMULA },
        done: await doneThatDay(tx, ask),
        left: await leftOver(tx, ask),
        promised: await promised(tx, ask),
        wakes: await wakingNext(tx, ask),
        asOf: await tx.head(),
      };
    });
  }
}

async function isColleague(tx: Tx, userId: string): Promise<boolean> {
  const found = await tx.query('SELECT 1 FROM identity.user_account u WHERE u.org_id = $1 AND u.id = $2', [
    tx.orgId,
    userId,
  ]);
  return found.length > 0;
}
