import type { WorkItem } from '@caseboard/contracts';
import { useColleagues, useSession, useShownRows, type ShownRows, type UseLiveList } from '@caseboard/web/kernel';
import { useCallback, useMemo } from 'react';
import type { RowMood } from './components/item-state.tsx';
import { changeWords, goneWords } from './gone-words.rules.ts';
import { bestFree, takenWords } from './next-for-you.rules.ts';
import { withPendingOwner } from './pending-owner.rules.ts';
import { useOwnerCommands, type OwnerCommands, type OwnerRefusal } from './use-owner-commands.ts';
import { useRowNotes } from './use-row-notes.ts';

const GONE_MS = 5000;

/** The rows of a list of items as they stand on screen, and what can be done to them. */
export interface ItemRows extends Pick<ShownRows<WorkItem>, 'waiting' | 'onHandChange' | 'show'> {
  rows: readonly WorkItem[];
  /** Rows that say one sentence instead of their cells: gone, or lost to somebody. */
  saying: ReadonlyMap<string, string>;
  changedIds: ReadonlySet<string>;
  moodOf(item: WorkItem): RowMood;
  commands: OwnerCommands;
}

/** Keeps a list of items still under the hand, own changes on it at once, and lost races told on their row. */
export function useItemRows(list: UseLiveList<WorkItem>, items: readonly WorkItem[]): ItemRows {
  const { user } = useSession();
  const { nameOfActor } = useColleagues();
  const { notes, note } = useRowNotes();
  const { changed, liveIds, take } = list;
  const onRefused = useCallback(
    ({ target, holder, isStale }: OwnerRefusal) => {
      const by = changed.get(target.id);
      const who = by ? nameOfActor(by.actor) : 'Somebody';
      note(
        target.id,
        isStale
          ? `${who} changed this first. The row is up to date now`
          : takenWords(holder, bestFree(items, target.id)),
      );
    },
    [changed, items, nameOfActor, note],
  );
  const onItem = useCallback((item: WorkItem) => take(item, (held) => item.version > held.version), [take]);
  const commands = useOwnerCommands(onRefused, onItem);
  const { pending } = commands;
  const fresh = useMemo(
    () => items.map((item) => ({ id: item.id, place: 'list', row: withPendingOwner(item, pending.get(item.id)) })),
    [items, pending],
  );
  const pendingIds = useMemo(() => new Set(pending.keys()), [pending]);
  const { shown, ...hand } = useShownRows({
    fresh,
    changes: changed,
    liveIds,
    actor: `user:${user.id}`,
    pendingIds,
    goneMs: GONE_MS,
  });
  const saying = useMemo(
    () =>
      new Map([
        ...shown.flatMap(({ id, gone }) => (gone ? [[id, goneWords(gone.by, nameOfActor)] as const] : [])),
        ...notes,
      ]),
    [shown, notes, nameOfActor],
  );
  const moodOf = useCallback(
    (item: WorkItem) => {
      const own = pending.get(item.id);
      const by = changed.get(item.id);
      const isSaving = own !== undefined && !own.isSaved && own.fromVersion === item.version;
      return { isSaving, news: by?.actor === `user:${user.id}` ? undefined : changeWords(by, nameOfActor) };
    },
    [pending, changed, nameOfActor, user.id],
  );
  return {
    ...hand,
    rows: useMemo(() => shown.map(({ row }) => row), [shown]),
    saying,
    changedIds: useMemo(() => new Set(changed.keys()), [changed]),
    moodOf,
    commands,
  };
}
