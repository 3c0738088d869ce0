import { channels, counter, followUpCase, followUpCaseDetail, pageOf, sequence, workItem } from '@caseboard/contracts';
import type { FollowUpCase, FollowUpCaseDetail } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import { isAmong, joinPages, stageAsks, stagesOf, type BoardFilters } from '@caseboard/web/worklist';
import * as z from 'zod/mini';
import { FOLLOW_UP_KIND } from './follow-up-kind.tsx';

export const FOLLOW_UP_CHANNEL = channels.board('follow-up');

const page = pageOf(followUpCase);
const totals = z.object({ counters: z.array(counter), asOf: sequence });
const FIRST_ROWS = 60;
const MORE_ROWS = 200;
const common = { kind: 'follow-up-case', idOf: ({ id }: { id: string }) => id };

const loadTotals = async () => {
  const { counters, asOf } = await api.get('/boards/follow-up', totals);
  return { items: counters, asOf };
};

/** Cards of the board or rows of the table, a page for each column, with the exact totals of all columns. */
export const followUpCases = (filters: BoardFilters, me: string): LiveSource<FollowUpCase> => ({
  ...common,
  channel: FOLLOW_UP_CHANNEL,
  load: async (cursor) => {
    const asks = stageAsks(stagesOf(FOLLOW_UP_KIND, filters), cursor);
    const limit = cursor === undefined ? FIRST_ROWS : MORE_ROWS;
    const { payerId: payer, owner } = filters;
    const pages = asks.map((ask) => api.get('/follow-up-cases', page, { query: { ...ask, payer, owner, limit } }));
    return joinPages(asks, await Promise.all(pages));
  },
  fetch: (ids) => api.get('/follow-up-cases', page, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(followUpCase, body).data,
  accepts: (card) => isAmong(FOLLOW_UP_KIND, filters, card, me),
  loadCounters: loadTotals,
  parseCounter: (body) => z.safeParse(counter, body).data,
});

/** A case opened, with what its work item says has to happen next. */
export interface OpenedFollowUp extends FollowUpCaseDetail {
  needs: string | undefined;
}

/** One case with its calls. Frames hold its card only, so it is read again after each. */
export const openedFollowUp = (id: string): LiveSource<OpenedFollowUp> => ({
  ...common,
  channel: channels.case('follow-up', id),
  isPartial: true,
  load: async () => {
    const { asOf } = await loadTotals();
    return { items: [await readCase(id)], nextCursor: null, asOf };
  },
  fetch: async () => ({ items: [await readCase(id)], asOf: 0 }),
  parse: () => undefined,
});

async function readCase(id: string): Promise<OpenedFollowUp> {
  const detail = await api.get(`/follow-up-cases/${id}`, followUpCaseDetail);
  const item = await api.get(`/work-items/${detail.workItemId}`, workItem).catch(() => undefined);
  return { ...detail, needs: item?.needs };
}
