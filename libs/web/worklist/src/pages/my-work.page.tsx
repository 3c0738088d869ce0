import { channels } from '@caseboard/contracts';
import { useAddress, useLiveList, usePageTitle, useSession, useToday } from '@caseboard/web/kernel';
import { EmptyState, formatCount, formatMoney } from '@caseboard/web/ui';
import { IconFilter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { firstQueueOf } from '../case-link.rules.ts';
import { ClearFilters } from '../components/clear-filters.tsx';
import { ListFooter } from '../components/list-footer.tsx';
import { isShutOut, ShutOut } from '../components/list-state.tsx';
import { ListKeys } from '../components/list-keys.tsx';
import { QueueChoice } from '../components/queue-choice.tsx';
import { QueueFilter } from '../components/queue-filter.tsx';
import { WorkList } from '../components/work-list.tsx';
import { inOrder, sortNamed } from '../item-order.rules.ts';
import { askOfMyView, isInMyView, MY_VIEWS, myViewNamed } from '../item-views.rules.ts';
import { useItemPresence } from '../use-item-presence.ts';
import { useQueues } from '../use-queues.ts';
import { myItems } from '../work-items.live.ts';

/** What the signed-in person holds, most pressing first. */
export function MyWorkPage() {
  usePageTitle('My work');
  const { user, roles } = useSession();
  const { values, change } = useAddress();
  const { today } = useToday();
  const { queues } = useQueues();
  const view = myViewNamed(values.view);
  const sort = sortNamed(values.sort);
  const list = useLiveList(useMemo(() => myItems(user.id, sort), [user.id, sort]));
  const items = useMemo(
    () =>
      inOrder(
        list.rows.filter((item) => isInMyView(view, item, today) && (values.queue ?? item.queueKey) === item.queueKey),
        sort,
      ),
    [list.rows, view, today, values.queue, sort],
  );
  const here = useItemPresence(list.rows, list.state.asOf);
  const fromKey = values.from ?? firstQueueOf(roles);
  const from = fromKey === undefined ? undefined : (queues.find(({ key }) => key === fromKey) ?? unknown(fromKey));
  const filtered = queues.find(({ key }) => key === values.queue);
  const hidden = list.rows.length - items.length;
  const countIn = (id: (typeof MY_VIEWS)[number]['id']) =>
    list.rows.filter((item) => isInMyView(id, item, today)).length;
  if (isShutOut(list.state)) return <ShutOut what="a worklist" />;
  return (
    <>
      <WorkList
        title="My work"
        truth={`${formatCount(list.rows.length)} open · ${formatMoney(
          list.rows.reduce((sum, { amountCents }) => sum + amountCents, 0),
          'whole-dollars',
        )}`}
        tabs={{
          tabs: MY_VIEWS.map(({ id, label }) => ({ id, label, count: countIn(id) })),
          activeId: view,
          onSelect: (id) => change({ view: id === 'all' ? undefined : id }),
        }}
        filters={{
          filters: filtered ? [{ id: 'queue', field: 'Queue', op: 'is', value: filtered.name }] : [],
          onRemove: () => change({ queue: undefined }),
          addSlot: <QueueFilter queues={queues} onPick={(queue) => change({ queue })} />,
        }}
        list={list}
        items={items}
        total={items.length}
        sort={sort}
        {...(from && {
          next: {
            queue: from,
            choice: (
              <QueueChoice queues={queues} chosen={from.key} onChoose={(key) => change({ from: key }, 'replace')} />
            ),
          },
        })}
        query={{ owner: 'me', queue: values.queue, sort, ...askOfMyView(view, today) }}
        here={here}
        channelOf={(item) => channels.queue(item.queueId)}
        showsOwner={false}
        empty={
          hidden > 0 ? (
            <EmptyState
              icon={IconFilter}
              title={`Filters hide ${formatCount(hidden)} ${hidden === 1 ? 'item' : 'items'}`}
              action={<ClearFilters onClear={() => change({ view: undefined, queue: undefined })} />}
            />
          ) : (
            <EmptyState title="Nothing is on your desk">
              {from && `${from.name} has ${formatCount(from.open)} open items. Press N to take the next.`}
            </EmptyState>
          )
        }
      />
      <ListFooter asOf={list.state.asOf} keys={<ListKeys />}>
        <span>
          <b>{formatCount(items.length)}</b> {items.length === 1 ? 'item' : 'items'}
        </span>
        {hidden > 0 && (
          <span>
            {formatCount(hidden)} hidden <ClearFilters onClear={() => change({ view: undefined, queue: undefined })} />
          </span>
        )}
      </ListFooter>
    </>
  );
}

/** A queue as it is taken from before the queues are here. */
const unknown = (key: string) => ({ key, name: 'Your queue', open: 0 });
