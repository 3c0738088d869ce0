import { channels, pageOf, rejectionCase, rejectionCaseDetail } from '@caseboard/contracts';
import type { RejectionCase, RejectionCaseDetail } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';

const page = pageOf(rejectionCase);

/** One rejected claim with its timeline, live on its own channel. */
export const openedRejection = (id: string): LiveSource<RejectionCaseDetail> => ({
  kind: 'rejection-case',
  idOf: (row) => row.id,
  channel: channels.case('rejection', id),
  isPartial: true,
  load: async () => {
    const { asOf } = await api.get('/rejections', page, { query: { ids: id, limit: 1 } });
    return { items: [await readRejection(id)], nextCursor: null, asOf };
  },
  fetch: async () => ({ items: [await readRejection(id)], asOf: 0 }),
  parse: () => undefined,
});

const readRejection = (id: string) => api.get(`/rejections/${id}`, rejectionCaseDetail);

/** Deals with a rejection; the answer is the row as it is then. */
export const resolveRejection = (
  { id, version }: Pick<RejectionCase, 'id' | 'version'>,
  body: { resolution: string; note?: string },
) => api.post(`/rejections/${id}/resolution`, rejectionCase, { version, body });
