import { channels, claim, claimSummary, pageOf } from '@caseboard/contracts';
import type { Claim, ClaimSummary } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';
import { isInView, type ClaimFilters } from './claim-views.rules.ts';

const page = pageOf(claimSummary);
const common = { kind: 'claim', idOf: ({ id }: { id: string }) => id };

/** Claims as the page's view and filters ask for them, newest first. */
export const claimsSource = (filters: ClaimFilters): LiveSource<ClaimSummary> => ({
  ...common,
  channel: channels.claims(),
  load: (cursor) =>
    api.get('/claims', page, {
      query: { state: filters.state, text: filters.text, payer: filters.payer, cursor, limit: 100 },
    }),
  fetch: (ids) => api.get('/claims', page, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(claimSummary, body).data,
  accepts: (row) => isInView(filters, row),
});

/** One claim with everything behind it. Frames hold its summary only, so it is read again after each. */
export const openedClaim = (id: string): LiveSource<Claim> => ({
  ...common,
  channel: channels.case('claim', id),
  isPartial: true,
  load: async () => {
    const { asOf } = await api.get('/claims', page, { query: { ids: id, limit: 1 } });
    return { items: [await readClaim(id)], nextCursor: null, asOf };
  },
  fetch: async () => ({ items: [await readClaim(id)], asOf: 0 }),
  parse: () => undefined,
});

const readClaim = (id: string) => api.get(`/claims/${id}`, claim);
