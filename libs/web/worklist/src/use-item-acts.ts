import type { WorkItem } from '@caseboard/contracts';
import { useAddress, useGo, useMay, useSession } from '@caseboard/web/kernel';
import { useKeymap, type GridHandle } from '@caseboard/web/ui';
import { useState, type RefObject } from 'react';
import { caseLinkOf } from './case-link.rules.ts';
import type { OwnerCommands } from './use-owner-commands.ts';

/** What the acts of a list work on. */
export interface ItemActsAsk {
  grid: RefObject<GridHandle | null>;
  rows: readonly WorkItem[];
  cursorId: string | null;
  selectedIds: ReadonlySet<string>;
  /** The item opened beside the list: then all acts are about it. */
  opened: WorkItem | undefined;
  commands: OwnerCommands;
  onNext: () => void;
}

export interface ItemActs {
  open(item: WorkItem): void;
  take(): void;
  release(): void;
  /** Opens the question whom to give it to. */
  askAssign(): void;
  assign(personId: string): void;
  stopAssign(): void;
  /** The rows the question is about; empty while it is not asked. */
  assigning: readonly WorkItem[];
}

/** The acts of a list and their keys: on the opened item, else the selected rows, else the row under the cursor. */
export function useItemActs({ grid, rows, cursorId, selectedIds, opened, commands, onNext }: ItemActsAsk): ItemActs {
  const { user } = useSession();
  const may = useMay();
  const go = useGo();
  const { change } = useAddress();
  const [assigning, setAssigning] = useState<readonly WorkItem[]>([]);
  const pointed = rows.filter(({ id }) => (selectedIds.size > 0 ? selectedIds.has(id) : id === cursorId));
  const targets = opened ? [opened] : pointed;
  const all = async (act: (item: WorkItem) => Promise<void>, items = targets) => {
    for (const item of items) await act(item);
  };
  const open = (item: WorkItem) => {
    const link = caseLinkOf(item);
    if (link) go(link);
    else change({ item: item.id });
  };
  const move = (item: WorkItem | undefined) => {
    const link = item && caseLinkOf(item);
    if (link?.includes('?')) go(`${link}&act=move`);
    else if (item) open(item);
  };
  const acts: ItemActs = {
    open,
    take: () => void all((item) => commands.give(item, user.id)),
    release: () => void all((item) => commands.release(item)),
    askAssign: () => may('worklist.item.assign') && setAssigning(targets),
    assign: (personId) => {
      setAssigning([]);
      void all((item) => commands.give(item, personId), [...assigning]);
    },
    stopAssign: () => setAssigning([]),
    assigning,
  };
  const inDialog = opened !== undefined && assigning.length === 0;
  useKeymap([
    { keys: 'j', run: () => grid.current?.moveCursor(1) },
    { keys: 'k', run: () => grid.current?.moveCursor(-1) },
    { keys: 'n', run: onNext, isOff: !may('worklist.item.next') },
    { keys: 'c', run: acts.take, isOff: !may('worklist.item.take'), inDialog },
    { keys: 'shift+c', run: acts.release, isOff: !may('worklist.item.release'), inDialog },
    { keys: 'a', run: acts.askAssign, isOff: !may('worklist.item.assign'), inDialog },
    { keys: 'm', run: () => move(rows.find(({ id }) => id === cursorId)) },
  ]);
  return acts;
}
