import { channels, code, codingCaseDetail, encounter, encounterSummary, pageOf, thread } from '@caseboard/contracts';
import type { Code, CodeSystem, CodingCaseDetail, Encounter, Thread } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';

const threads = pageOf(thread);
const visits = pageOf(encounterSummary);
const found = z.object({ items: z.array(code) });
const MOST_THREADS = 100;

const queriesOf = (caseId: string, cursor?: string) =>
  api.get('/threads', threads, {
    query: { subjectType: 'coding', subjectId: caseId, kind: 'query', limit: MOST_THREADS, cursor },
  });
const readChart = (id: string) => api.get(`/encounters/${id}`, encounter);
const readCase = (id: string) => api.get(`/coding-cases/${id}`, codingCaseDetail);

/** The queries of a case, also closed ones. */
export const caseQueries = (caseId: string): LiveSource<Thread> => ({
  channel: channels.case('coding', caseId),
  kind: 'thread',
  idOf: ({ id }) => id,
  load: (cursor) => queriesOf(caseId, cursor),
  fetch: async (ids) => ({ items: await arrived(ids.map((id) => api.get(`/threads/${id}`, thread))), asOf: 0 }),
  parse: (body) => z.safeParse(thread, body).data,
  accepts: ({ kind }) => kind === 'query',
});

/** One coding case with everything behind it. Frames hold only its row, so it is read again after each. */
export const openedCase = (id: string): LiveSource<CodingCaseDetail> => ({
  channel: channels.case('coding', id),
  kind: 'coding-case',
  idOf: (row) => row.id,
  isPartial: true,
  load: async () => {
    const { asOf } = await queriesOf(id);
    return { items: [await readCase(id)], nextCursor: null, asOf };
  },
  fetch: async (ids) => ({ items: await arrived(ids.map(readCase)), asOf: 0 }),
  parse: () => undefined,
});

/** The chart of a visit. Frames hold its summary, also when a document arrives, so it is read again after each. */
export const openedChart = (id: string): LiveSource<Encounter> => ({
  channel: channels.case('encounter', id),
  kind: 'encounter',
  idOf: (row) => row.id,
  isPartial: true,
  load: async () => {
    const { asOf } = await api.get('/encounters', visits, { query: { ids: id, limit: 1 } });
    return { items: [await readChart(id)], nextCursor: null, asOf };
  },
  fetch: async () => ({ items: [await readChart(id)], asOf: 0 }),
  parse: () => undefined,
});

/** Codes whose number or words begin with what was typed, of each system in turn; `on` is the date of service. */
export async function findCodes(
  text: string,
  systems: readonly CodeSystem[],
  on: string | null,
  signal: AbortSignal,
): Promise<Code[]> {
  const asks = systems.map((system) =>
    api.get('/codes', found, { query: { text, system, on: on ?? undefined }, signal }),
  );
  return (await Promise.all(asks)).flatMap(({ items }) => items);
}

async function arrived<Row>(asks: Promise<Row>[]): Promise<Row[]> {
  const answers = await Promise.allSettled(asks);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}
