import { channels, counter, denialCase, denialCaseDetail, pageOf, sequence, workItem } from '@caseboard/contracts';
import type { DenialCase, DenialCaseDetail } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import { isAmong, joinPages, stageAsks, stagesOf, type BoardFilters } from '@caseboard/web/worklist';
import * as z from 'zod/mini';
import { DENIAL_KIND } from './denial-kind.tsx';

export const BOARD_CHANNEL = channels.board('denials');

const page = pageOf(denialCase);
const totals = z.object({ counters: z.array(counter), asOf: sequence });
const FIRST_ROWS = 60;
const MORE_ROWS = 200;

const loadTotals = async () => {
  const { counters, asOf } = await api.get('/boards/denials', totals);
  return { items: counters, asOf };
};

const common = { kind: 'denial-case', idOf: ({ id }: { id: string }) => id };

/** Cards of the board or rows of the table, a page for each column, with the exact totals of all columns. */
export const denialCases = (filters: BoardFilters, me: string): LiveSource<DenialCase> => ({
  ...common,
  channel: BOARD_CHANNEL,
  load: async (cursor) => {
    const asks = stageAsks(stagesOf(DENIAL_KIND, filters), cursor);
    const limit = cursor === undefined ? FIRST_ROWS : MORE_ROWS;
    const { payerId: payer, owner } = filters;
    return joinPages(
      asks,
      await Promise.all(asks.map((ask) => api.get('/denial-cases', page, { query: { ...ask, payer, owner, limit } }))),
    );
  },
  fetch: async (ids) => ({ items: await found(ids.map((id) => api.get(`/denial-cases/${id}`, denialCase))), asOf: 0 }),
  parse: (body) => z.safeParse(denialCase, body).data,
  accepts: (card) => isAmong(DENIAL_KIND, filters, card, me),
  loadCounters: loadTotals,
  parseCounter: (body) => z.safeParse(counter, body).data,
});

/** A case opened, with what its work item says has to happen next. */
export interface OpenedCase extends DenialCaseDetail {
  needs: string | undefined;
}

/** One case with everything behind it. Frames only hold its card, so it is read again after each. */
export const openedCase = (id: string): LiveSource<OpenedCase> => ({
  ...common,
  channel: channels.case('denial', id),
  isPartial: true,
  load: async () => {
    const { asOf } = await loadTotals();
    return { items: [await readCase(id)], nextCursor: null, asOf };
  },
  fetch: async (ids) => ({ items: await found(ids.map(readCase)), asOf: 0 }),
  parse: () => undefined,
});

async function readCase(id: string): Promise<OpenedCase> {
  const detail = await api.get(`/denial-cases/${id}`, denialCaseDetail);
  const [item] = await found([api.get(`/work-items/${detail.workItemId}`, workItem)]);
  return { ...detail, needs: item?.needs };
}

async function found<Row>(asks: Promise<Row>[]): Promise<Row[]> {
  const answers = await Promise.allSettled(asks);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}
