import {
  isUnread,
  PageFooter,
  useAddress,
  useLiveList,
  useMoments,
  usePageTitle,
  useSession,
  wordsOf,
} from '@caseboard/web/kernel';
import {
  AsOf,
  EmptyState,
  FooterBar,
  formatCount,
  ListStates,
  PageHeader,
  SplitPane,
  useKeymap,
} from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMemo } from 'react';
import { ThreadList } from '../components/thread-list.tsx';
import { ThreadPane } from '../components/thread-pane.tsx';
import { inReadingOrder } from '../conversation.rules.ts';
import { myThreads } from '../threads.live.ts';

/** Conversations this person takes part in, what is unread first; one opens beside the list. */
export function ThreadsPage() {
  usePageTitle('Messages');
  const { user } = useSession();
  const { values, change } = useAddress();
  const { nowExact } = useMoments();
  const { rows, state, reload, loadMore } = useLiveList(useMemo(() => myThreads(user.id), [user.id]));
  const threads = useMemo(() => inReadingOrder(rows, user.id), [rows, user.id]);
  const unread = threads.filter((thread) => isUnread(thread, user.id)).length;
  const open = (id: string | undefined, how: 'push' | 'replace' = 'push') => change({ open: id }, how);
  useStepping(
    threads.map(({ id }) => id),
    values.open,
    (id) => open(id, 'replace'),
  );
  return (
    <>
      <PageHeader
        title="Messages"
        truth={`${formatCount(threads.length)} ${threads.length === 1 ? 'conversation' : 'conversations'}, ${formatCount(unread)} unread`}
      />
      <SplitPane
        label="Conversation"
        side={values.open && <ThreadPane key={values.open} id={values.open} onClose={() => open(undefined)} />}
      >
        <ListStates
          status={state.status}
          failure={state.error === undefined ? undefined : wordsOf(state.error)}
          onRetry={reload}
          noun="messages"
          columns="22px 1fr 80px"
          rowHeight={48}
        >
          {threads.length === 0 ? (
            <EmptyState icon={IconMessages} title="No conversations yet">
              Write on a case, or wait until somebody calls you in.
            </EmptyState>
          ) : (
            <ThreadList threads={threads} openId={values.open} onOpen={(id) => open(id)} />
          )}
          {state.hasMore && (
            <Button variant="subtle" onClick={loadMore}>
              Older conversations
            </Button>
          )}
        </ListStates>
      </SplitPane>
      <PageFooter>
        <FooterBar
          start={`${formatCount(threads.length)} shown`}
          end={state.status === 'ready' ? <AsOf seq={state.asOf} time={nowExact()} /> : undefined}
        />
      </PageFooter>
    </>
  );
}

/** `j` and `k` open the next and the one before. */
function useStepping(ids: readonly string[], openId: string | undefined, open: (id: string) => void): void {
  const at = openId === undefined ? -1 : ids.indexOf(openId);
  const step = (by: 1 | -1) => {
    const id = ids[at < 0 ? 0 : at + by];
    if (id !== undefined) open(id);
  };
  useKeymap([
    { keys: 'j', run: () => step(1) },
    { keys: 'k', run: () => step(-1) },
  ]);
}
