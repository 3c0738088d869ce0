import { channels, fee, pageOf } from '@caseboard/contracts';
import type { Fee } from '@caseboard/contracts';
import { api, plainDateWords, useLiveList, useMay, usePageTitle, type LiveSource } from '@caseboard/web/kernel';
import {
  AdminTable,
  EmptyState,
  Money,
  PageHeader,
  SkeletonRows,
  useKeymap,
  type AdminColumn,
} from '@caseboard/web/ui';
import { isShutOut, ListError, ListFooter, ShutOut } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import * as z from 'zod/mini';
import { FeeForm } from '../components/fee-form.tsx';

const page = pageOf(fee);

/** Every dated price, by code. */
const FEES: LiveSource<Fee> = {
  channel: channels.fees(),
  kind: 'fee',
  idOf: ({ id }) => id,
  load: (cursor) => api.get('/fees', page, { query: { cursor, limit: 200 } }),
  fetch: async () => ({ items: [], asOf: 0 }),
  parse: (body) => z.safeParse(fee, body).data,
};

const COLUMNS: AdminColumn<Fee>[] = [
  { id: 'code', header: 'Code', cell: ({ code }) => <code>{code}</code> },
  { id: 'revenue', header: 'Revenue code', cell: ({ revenueCode }) => revenueCode ?? '' },
  { id: 'price', header: 'Price', align: 'end', cell: ({ cents }) => <Money cents={cents} /> },
  { id: 'from', header: 'From', cell: ({ effectiveFrom }) => plainDateWords(effectiveFrom) },
];

/** What the organisation charges for each code; the date of service picks. */
export function FeesPage() {
  usePageTitle('Fees');
  const may = useMay();
  const list = useLiveList(FEES);
  const [editing, setEditing] = useState<{ id: string | undefined }>();
  const canManage = may('billing.fee.manage');
  useKeymap([{ keys: 'n', run: () => setEditing({ id: undefined }), isOff: !canManage || editing !== undefined }]);
  const rows = useMemo(
    () => [...list.rows].sort((a, b) => a.code.localeCompare(b.code) || (a.effectiveFrom < b.effectiveFrom ? 1 : -1)),
    [list.rows],
  );
  if (isShutOut(list.state)) return <ShutOut what="fees" />;
  return (
    <>
      <PageHeader
        title="Fees"
        truth={list.state.status === 'ready' ? `${rows.length}` : undefined}
        actions={
          canManage && (
            <Button variant="filled" leftSection={<IconPlus size={14} />} onClick={() => setEditing({ id: undefined })}>
              Add fee
            </Button>
          )
        }
      />
      <ListError state={list.state} onRetry={list.reload} />
      {list.state.status === 'loading' ? (
        <SkeletonRows columns="100px 120px 100px 1fr" />
      ) : (
        <div className="cb-list-page">
          <AdminTable
            label="Fees"
            columns={COLUMNS}
            rows={rows}
            getRowId={({ id }) => id}
            onOpen={canManage ? ({ id }) => setEditing({ id }) : undefined}
            empty={<EmptyState title="No fees yet">Without a price a finalized chart stays a draft claim.</EmptyState>}
          />
          {list.state.hasMore && (
            <Button className="cb-more" onClick={list.loadMore}>
              Show more
            </Button>
          )}
        </div>
      )}
      <ListFooter asOf={list.state.asOf}>
        <span>The date of service picks the price.</span>
      </ListFooter>
      {editing && (
        <FeeForm
          key={editing.id ?? 'new'}
          fee={rows.find(({ id }) => id === editing.id)}
          onDone={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
