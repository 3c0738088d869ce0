import { channels, importJob, pageOf, payer, remittanceSummary } from '@caseboard/contracts';
import type { ImportJob, Payer, RemittanceSummary } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';

const imports = pageOf(importJob);
const payers = pageOf(payer);
const remittances = pageOf(remittanceSummary);

/** Imports, newest first; each with its first 20 faults. */
export const importsSource: LiveSource<ImportJob> = {
  channel: channels.imports(),
  kind: 'import',
  idOf: ({ id }) => id,
  load: (cursor) => api.get('/imports', imports, { query: { limit: 50, cursor } }),
  fetch: (ids) => api.get('/imports', imports, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(importJob, body).data,
};

/** One import with all faults that are kept, on its own channel; also one that is on no page of the list. */
export const importSource = (id: string): LiveSource<ImportJob> => ({
  ...importsSource,
  channel: channels.job(id),
  load: async () => {
    const { asOf } = await importsSource.fetch([id]);
    return { items: [await api.get(`/imports/${id}`, importJob)], nextCursor: null, asOf };
  },
});

/** The newest remittances, for what each import posted. */
export const remittancesSource: LiveSource<RemittanceSummary> = {
  channel: channels.remittances(),
  kind: 'remittance',
  idOf: ({ id }) => id,
  load: (cursor) => api.get('/remittances', remittances, { query: { limit: 200, cursor } }),
  fetch: (ids) => api.get('/remittances', remittances, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(remittanceSummary, body).data,
};

/** Payers with their dated rules, by name. */
export const payersSource: LiveSource<Payer> = {
  channel: channels.directory(),
  kind: 'payer',
  idOf: ({ id }) => id,
  load: (cursor) => api.get('/payers', payers, { query: { limit: 200, cursor } }),
  fetch: async () => ({ items: [], asOf: 0 }),
  parse: (body) => z.safeParse(payer, body).data,
};
