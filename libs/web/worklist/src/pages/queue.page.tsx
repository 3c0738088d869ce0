import type { Queue } from '@caseboard/contracts';
import { channels } from '@caseboard/contracts';
import { useAddress, useLiveList, usePageTitle, useSession } from '@caseboard/web/kernel';
import { EmptyState, formatCount } from '@caseboard/web/ui';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ClearFilters } from '../components/clear-filters.tsx';
import { ListFooter } from '../components/list-footer.tsx';
import { ListKeys } from '../components/list-keys.tsx';
import { isShutOut, ListError, ShutOut } from '../components/list-state.tsx';
import { WorkList } from '../components/work-list.tsx';
import { inOrder, sortNamed } from '../item-order.rules.ts';
import { QUEUE_VIEWS, queueViewNamed } from '../item-views.rules.ts';
import { useItemPresence } from '../use-item-presence.ts';
import { useQueues } from '../use-queues.ts';
import { queueItems } from '../work-items.live.ts';

/** Everybody's open items of one queue. */
export function QueuePage() {
  const { key } = useParams({ strict: false });
  const { queues, state, reload } = useQueues();
  const queue = queues.find((each) => each.key === key);
  if (queue) return <QueueItems key={queue.id} queue={queue} />;
  if (state.status === 'ready') return <EmptyState title="There is no such queue" />;
  return isShutOut(state) ? <ShutOut what="queues" /> : <ListError state={state} onRetry={reload} />;
}

function QueueItems({ queue }: { queue: Queue }) {
  usePageTitle(queue.name);
  const { user } = useSession();
  const { values, change } = useAddress();
  const view = queueViewNamed(values.view);
  const sort = sortNamed(values.sort);
  const { id, key } = queue;
  const list = useLiveList(useMemo(() => queueItems({ id, key }, view, sort, user.id), [id, key, view, sort, user.id]));
  const items = useMemo(() => inOrder(list.rows, sort), [list.rows, sort]);
  const here = useItemPresence(list.rows, list.state.asOf);
  const total = view.id === 'all' ? queue.open : items.length;
  if (isShutOut(list.state)) return <ShutOut what={queue.name} />;
  return (
    <>
      <WorkList
        title={queue.name}
        truth={`${formatCount(queue.open)} open`}
        tabs={{
          tabs: QUEUE_VIEWS.map((each) => ({
            id: each.id,
            label: each.label,
            count: each.id === 'all' ? queue.open : undefined,
          })),
          activeId: view.id,
          onSelect: (chosen) => change({ view: chosen === 'all' ? undefined : chosen }),
        }}
        list={list}
        items={items}
        total={total}
        sort={sort}
        next={{ queue }}
        query={{ queue: queue.key, ...view.query, sort }}
        here={here}
        channelOf={() => channels.queue(queue.id)}
        showsOwner
        empty={
          view.id === 'all' || queue.open === 0 ? (
            <EmptyState title={`Nothing is waiting in ${queue.name}`}>New items appear here by themselves.</EmptyState>
          ) : (
            <EmptyState
              title={`${queue.name} has ${formatCount(queue.open)} open items, none of them here`}
              action={<ClearFilters onClear={() => change({ view: undefined })} />}
            />
          )
        }
      />
      <ListFooter asOf={list.state.asOf} keys={<ListKeys />}>
        <span>
          <b>{formatCount(total)}</b> {total === 1 ? 'item' : 'items'}
        </span>
        {items.length < total && <span>{formatCount(items.length)} loaded</span>}
      </ListFooter>
    </>
  );
}
