import { useAddress, useMay } from '@caseboard/web/kernel';
import { formatCount, formatMoney, PageHeader, type Tally } from '@caseboard/web/ui';
import { NextButton } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { IconSortDescending } from '@tabler/icons-react';
import type { CaseSort } from '../case-order.rules.ts';
import { ViewSwitch } from './view-switch.tsx';

/** Props of `DenialHeader`. */
export type DenialHeaderProps = {
  total: Tally;
  isClosed: boolean;
  view: 'board' | 'table';
  sort: CaseSort;
  onNext: () => void;
};

/** The page's title, how many cases and dollars, its layout, order, and the next item. */
export function DenialHeader({ total, isClosed, view, sort, onNext }: DenialHeaderProps) {
  const may = useMay();
  const { change } = useAddress();
  const lay = (next: string) =>
    change({ view: next === 'board' ? undefined : next, ...(isClosed ? { stage: undefined } : {}) });
  return (
    <PageHeader
      title="Denials"
      truth={`${formatCount(total.count)} ${isClosed ? 'closed' : 'open'} · ${formatMoney(total.cents, 'whole-dollars')}`}
      actions={
        <>
          <ViewSwitch view={view} onChange={lay} />
          <Button
            leftSection={<IconSortDescending size={14} />}
            title="Order of the cases"
            onClick={() => change({ sort: sort === 'due' ? undefined : 'due' }, 'replace')}
          >
            {sort === 'due' ? 'Deadline' : 'Score'}
          </Button>
          {may('worklist.item.next') && <NextButton queue={{ key: 'denials', name: 'Denials' }} onNext={onNext} />}
        </>
      }
    />
  );
}
