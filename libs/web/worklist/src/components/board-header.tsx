import { useAddress, useMay } from '@caseboard/web/kernel';
import { formatCount, formatMoney, PageHeader, type Tally } from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconSortDescending } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseSort } from '../case-order.rules.ts';
import { NextButton } from './next-button.tsx';
import { ViewSwitch } from './view-switch.tsx';

/** Props of `BoardHeader`. */
export type BoardHeaderProps = {
  title: string;
  queue: { key: string; name: string };
  total: Tally;
  /** The strip of what is over is shown, in this word. */
  overWord: string | undefined;
  view: 'board' | 'table';
  sort: CaseSort;
  onNext: () => void;
  /** More buttons of the page. */
  actions?: ReactNode;
};

/** The page's title, how many cases and dollars, its layout, order, and the next item. */
export function BoardHeader({ title, queue, total, overWord, view, sort, onNext, actions }: BoardHeaderProps) {
  const may = useMay();
  const { change } = useAddress();
  const lay = (next: string) =>
    change({ view: next === 'board' ? undefined : next, ...(overWord === undefined ? {} : { stage: undefined }) });
  return (
    <PageHeader
      title={title}
      truth={`${formatCount(total.count)} ${overWord?.toLowerCase() ?? 'open'} · ${formatMoney(total.cents, 'whole-dollars')}`}
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
          {actions}
          {may('worklist.item.next') && <NextButton queue={queue} onNext={onNext} />}
        </>
      }
    />
  );
}
