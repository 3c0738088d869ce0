import { Injectable } from '@nestjs/common';
import { channels, FOLLOW_UP_STAGES } from '@caseboard/contracts';
import type { Counter, FollowUpCase, Page } from '@caseboard/contracts';
import { countersOf, decodeCursor, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { asFollowUpCard } from './follow-up.row.ts';
import { keyOfFollowUp, listFollowUps } from './follow-up-list.repository.ts';
import type { FollowUpQuery } from './follow-up.queries.ts';

const DEFAULT_PAGE = 50;

/** Which stages a list shows: the one asked for; all when cases are named; else all that are not resolved. */
const stagesOf = ({ stage, ids, text }: FollowUpQuery): readonly string[] =>
  stage ? [stage] : FOLLOW_UP_STAGES.filter((one) => ids !== undefined || text !== undefined || one !== 'resolved');

/** Board and table of claims that nobody answers. */
@Injectable()
export class FollowUpBoard {
  constructor(private readonly uow: UnitOfWork) {}

  /** Cases by stage, payer, owner and number; a board asks once for each column. */
  async list(caller: Caller, query: FollowUpQuery): Promise<Page<FollowUpCase>> {
    const { limit = DEFAULT_PAGE, cursor, ids, stage, payer, text, sort = '-priority' } = query;
    const owner = query.owner === 'me' ? caller.principal.userId : (query.owner ?? 'any');
    const filters = { list: 'follow-up-cases', ids, stage, payer, owner, text, sort };
    const [key, id] = decodeCursor(cursor, filters) ?? [];
    const audit = { action: 'billing.follow-up.read', kind: 'follow-up-case', details: { stage, payer, owner } };
    return this.uow.read(caller, audit, async (tx) => {
      const rows = await listFollowUps(tx, {
        ids,
        stages: stagesOf(query),
        payerId: payer,
        owner,
        text: text?.toUpperCase(),
        sort,
        facilityIds: caller.principal.facilityIds,
        after: id === undefined ? undefined : { key: key ?? '', id: String(id) },
        limit: limit + 1,
      });
      const page = pageFrom(rows, limit, filters, (row) => [keyOfFollowUp(sort, row), row.id], asFollowUpCard);
      return { ...page, asOf: await tx.head() };
    });
  }

  /** Cards and dollars of every column, exact. */
  async totals(caller: Caller): Promise<{ counters: Counter[]; asOf: number }> {
    const channel = channels.board('follow-up');
    return this.uow.read(caller, { action: 'billing.follow-up.read', kind: 'board', id: channel }, async (tx) => {
      const held = new Map((await countersOf(tx, channel)).map((counter) => [counter.key, counter]));
      const counters = FOLLOW_UP_STAGES.map(
        (stage) => held.get(`stage:${stage}`) ?? { channel, key: `stage:${stage}`, count: 0, cents: 0 },
      );
      return { counters, asOf: await tx.head() };
    });
  }
}
