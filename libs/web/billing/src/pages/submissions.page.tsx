import { channels, pageOf, submission } from '@caseboard/contracts';
import type { Submission } from '@caseboard/contracts';
import {
  useColleagues,
  useGo,
  useLiveList,
  useMoments,
  usePageTitle,
  api,
  type LiveSource,
} from '@caseboard/web/kernel';
import {
  AdminTable,
  AppLink,
  EmptyState,
  Money,
  PageHeader,
  SkeletonRows,
  Tag,
  type AdminColumn,
} from '@caseboard/web/ui';
import { isShutOut, ListError, ListFooter, ShutOut } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { IconDownload, IconSend } from '@tabler/icons-react';
import { useMemo } from 'react';
import * as z from 'zod/mini';

const page = pageOf(submission);

/** Files of claims that left, newest first. */
const SUBMISSIONS: LiveSource<Submission> = {
  channel: channels.submissions(),
  kind: 'submission',
  idOf: ({ id }) => id,
  load: (cursor) => api.get('/submissions', page, { query: { cursor, limit: 50 } }),
  fetch: (ids) => api.get('/submissions', page, { query: { ids: ids.join(','), limit: 200 } }),
  parse: (body) => z.safeParse(submission, body).data,
};

const ANSWERS: Record<NonNullable<Submission['acknowledged']>, readonly ['good' | 'warn' | 'bad', string]> = {
  accepted: ['good', 'taken'],
  'accepted-with-errors': ['warn', 'taken with errors'],
  rejected: ['bad', 'sent back'],
};

/** What was sent, when and by whom, and what the clearinghouse said of each file. */
export function SubmissionsPage() {
  usePageTitle('Sent files');
  const list = useLiveList(SUBMISSIONS);
  const moments = useMoments();
  const go = useGo();
  const { nameOfActor } = useColleagues();
  const rows = useMemo(() => [...list.rows].sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1)), [list.rows]);
  const columns = useMemo<AdminColumn<Submission>[]>(
    () => [
      {
        id: 'number',
        header: 'File',
        cell: ({ number, fileName }) => (
          <>
            <code>{number}</code>
            <small>{fileName}</small>
          </>
        ),
      },
      { id: 'claims', header: 'Claims', align: 'end', cell: ({ claims }) => claims },
      { id: 'charge', header: 'Charged', align: 'end', cell: ({ chargeCents }) => <Money cents={chargeCents} /> },
      {
        id: 'sent',
        header: 'Sent',
        cell: ({ sentAt, sentBy }) => (
          <>
            {moments.words(sentAt)}
            <small>{nameOfActor(sentBy)}</small>
          </>
        ),
      },
      { id: 'answer', header: '999', cell: ({ acknowledged }) => <Answer acknowledged={acknowledged} /> },
    ],
    [moments, nameOfActor],
  );
  if (isShutOut(list.state)) return <ShutOut what="sent files" />;
  return (
    <>
      <PageHeader title="Sent files" truth={list.state.status === 'ready' ? `${rows.length}` : undefined} />
      <ListError state={list.state} onRetry={list.reload} />
      {list.state.status === 'loading' ? (
        <SkeletonRows columns="160px 80px 100px 1fr 80px" />
      ) : (
        <div className="cb-list-page">
          <AdminTable
            label="Sent files"
            columns={columns}
            rows={rows}
            getRowId={({ id }) => id}
            rowActions={(row) => (
              <Button
                component="a"
                href={`/api/v1/submissions/${row.id}/file`}
                download={row.fileName}
                size="compact-xs"
                aria-label={`Download the 837 ${row.number}`}
                leftSection={<IconDownload size={14} />}
              >
                837
              </Button>
            )}
            empty={
              <EmptyState
                icon={IconSend}
                title="Nothing was sent from here yet"
                action={
                  <AppLink href="/claims?state=ready" onNavigate={go}>
                    Claims that are ready
                  </AppLink>
                }
              >
                Each time claims are sent, their files stand here.
              </EmptyState>
            }
          />
          {list.state.hasMore && (
            <Button className="cb-more" onClick={list.loadMore}>
              Show more
            </Button>
          )}
        </div>
      )}
      <ListFooter asOf={list.state.asOf}>
        <span>Each file is kept as it left.</span>
      </ListFooter>
    </>
  );
}

function Answer({ acknowledged }: Pick<Submission, 'acknowledged'>) {
  if (acknowledged === null) return <span className="cb-dim">no answer yet</span>;
  const [tone, word] = ANSWERS[acknowledged];
  return <Tag tone={tone}>{word}</Tag>;
}
