import { useAddress } from '@caseboard/web/kernel';
import { FilterBar, FilterMenu, UpdatesPill, type FilterChip, type WaitingUpdates } from '@caseboard/web/ui';
import { Menu } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { BoardCase, BoardKind } from '../board-case.ts';
import type { BoardFilters } from '../board-filters.rules.ts';
import { useWorkers } from '../use-workers.ts';

type Stages = Pick<BoardKind<BoardCase>, 'stages' | 'stageWord'>;

/** Props of `BoardFilterBar`. */
export type BoardFilterBarProps = {
  kind: Stages;
  filters: BoardFilters;
  rows: readonly BoardCase[];
  waiting: WaitingUpdates;
  onShow: () => void;
  /** What somebody else just did. */
  news: string | undefined;
};

/** Filters as chips, a menu to add one (F), what others just did, and the place of the pill. */
export function BoardFilterBar({ kind, filters, rows, waiting, onShow, news }: BoardFilterBarProps) {
  const { change } = useAddress();
  const payers = usePayers(rows);
  return (
    <FilterBar
      filters={useChips(kind, filters, payers)}
      onRemove={(id) => change({ [id]: undefined })}
      addSlot={<AddFilter kind={kind} payers={payers} />}
      end={
        <span className="cb-line">
          <span className="cb-cut" role="status">
            {news}
          </span>
          <UpdatesPill updates={waiting} onShow={onShow} />
        </span>
      }
    />
  );
}

function useChips(
  kind: Stages,
  { stage, payerId, owner }: BoardFilters,
  payers: readonly [string, string][],
): FilterChip[] {
  const { personOf } = useWorkers();
  const chips: FilterChip[] = [];
  if (stage !== undefined) chips.push({ id: 'stage', field: 'Stage', op: 'is', value: kind.stageWord(stage) });
  if (payerId !== undefined)
    chips.push({
      id: 'payer',
      field: 'Payer',
      op: 'is',
      value: payers.find(([id]) => id === payerId)?.[1] ?? 'one payer',
    });
  if (owner !== undefined)
    chips.push({
      id: 'owner',
      field: 'Owner',
      op: 'is',
      value: owner === 'me' ? 'me' : owner === 'none' ? 'nobody' : personOf(owner).name,
    });
  return chips;
}

/** Payers of the cards at hand, by name; a payer once seen stays offered while a filter hides the others. */
function usePayers(rows: readonly BoardCase[]): readonly [string, string][] {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const fresh = rows.filter((row) => !seen.has(row.payerId));
  if (fresh.length > 0) setSeen(new Map([...seen, ...fresh.map((row) => [row.payerId, row.payerName] as const)]));
  return useMemo(() => [...seen].sort((a, b) => a[1].localeCompare(b[1])), [seen]);
}

function AddFilter({ kind, payers }: { kind: Stages; payers: readonly [string, string][] }) {
  const { change } = useAddress();
  return (
    <FilterMenu label="Filter">
      <Menu.Label>Owner is</Menu.Label>
      <Menu.Item onClick={() => change({ owner: 'me' })}>me</Menu.Item>
      <Menu.Item onClick={() => change({ owner: 'none' })}>nobody</Menu.Item>
      <Menu.Label>Payer is</Menu.Label>
      {payers.map(([id, name]) => (
        <Menu.Item key={id} onClick={() => change({ payer: id })}>
          {name}
        </Menu.Item>
      ))}
      <Menu.Label>Stage is</Menu.Label>
      {kind.stages.map((stage) => (
        <Menu.Item key={stage} onClick={() => change({ stage })}>
          {kind.stageWord(stage)}
        </Menu.Item>
      ))}
    </FilterMenu>
  );
}
