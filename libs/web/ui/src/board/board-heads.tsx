import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef } from 'react';
import { formatCount, formatMoney } from '../marks/money.rules.ts';
import type { BoardColumn, BoardProps } from './board.types.ts';
import { useStageDrop } from './card-drag.ts';

/** The column heads: glyph, name, count against its limit, dollars of all cards. */
export function BoardHeads({ columns }: { columns: readonly BoardColumn[] }) {
  return (
    <div className="cb-board-heads cb-board-row">
      {columns.map((column) => (
        <div key={column.stage} className="cb-board-head">
          {column.glyph}
          <span className="cb-medium cb-cut">{column.name}</span>
          <ColumnCount count={column.count} limit={column.limit} />
          <span className="cb-push cb-strong">{formatMoney(column.cents, 'whole-dollars')}</span>
        </div>
      ))}
    </div>
  );
}

function ColumnCount({ count, limit }: { count: number; limit: number | undefined }) {
  if (limit === undefined) return <span className="cb-dim cb-small">{formatCount(count)}</span>;
  const isFull = count >= limit;
  return (
    <span
      className={`cb-small cb-board-count ${isFull ? 'cb-warn' : 'cb-dim'}`}
      title={`Limit of work in progress: ${limit}`}
    >
      {formatCount(count)}/{formatCount(limit)}
      {count > limit && <IconAlertTriangle size={13} role="img" aria-label="over the limit" />}
    </span>
  );
}

/** Props of `ClosedStrip`. */
export type ClosedStripProps = {
  closed: NonNullable<BoardProps['closed']>;
  canDrop: (cardId: string, stage: string) => boolean;
};

/** The closed stage as a thin strip on the right: opens its list, takes cards that are dropped on it. */
export function ClosedStrip({ closed, canDrop }: ClosedStripProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const isOver = useStageDrop(ref, closed.stage, canDrop);
  return (
    <button ref={ref} type="button" className="cb-board-closed" data-over={isOver || undefined} onClick={closed.onOpen}>
      <span>
        {closed.label}
        <b>{formatCount(closed.count)}</b>
        {formatMoney(closed.cents, 'whole-dollars')}
      </span>
    </button>
  );
}
