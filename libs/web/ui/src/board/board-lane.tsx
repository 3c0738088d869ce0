import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useRef } from 'react';
import { formatCount, formatMoney } from '../marks/money.rules.ts';
import { BoardCell, type BoardMarks } from './board-cell.tsx';
import { laneHeight } from './board.rules.ts';
import type { BoardCardData, BoardColumn, BoardLane, Tally } from './board.types.ts';
import { useNearViewport } from './use-near-viewport.ts';

/** Props of `Lane`. */
export type LaneProps = {
  lane: BoardLane;
  columns: readonly BoardColumn[];
  /** The lane's cards by stage. */
  cells: ReadonlyMap<string, readonly BoardCardData[]>;
  shownIn: (laneId: string, stage: string) => number;
  /** Cards others hold over a stage of this lane. */
  ghosts: readonly BoardCardData[];
  marks: BoardMarks;
  isShut: boolean;
  /** Holds the cursor: its cards are drawn even off screen. */
  hasCursor: boolean;
  onToggle: (laneId: string) => void;
  onShowMore: (laneId: string, stage: string) => void;
};

const none: readonly BoardCardData[] = [];

/** A payer's lane. Its cards exist only near the viewport; its height is always exact. Shut, it keeps its counts. */
export function Lane({
  lane,
  columns,
  cells,
  shownIn,
  ghosts,
  marks,
  isShut,
  hasCursor,
  onToggle,
  onShowMore,
}: LaneProps) {
  const ref = useRef<HTMLElement>(null);
  const isNear = useNearViewport(ref);
  const Chevron = isShut ? IconChevronRight : IconChevronDown;
  const parts = columns.map((column) => {
    const cards = cells.get(column.stage) ?? none;
    const shown = cards.slice(0, shownIn(lane.id, column.stage));
    const total = Math.max(cards.length, lane.cells[column.stage]?.count ?? 0);
    return { column, shown, rest: total - shown.length };
  });
  const minHeight = laneHeight(parts.map(({ shown, rest }) => ({ shown: shown.length, rest })));
  return (
    <section ref={ref} className="cb-lane" aria-label={lane.name} data-shut={isShut || undefined}>
      <button type="button" className="cb-lane-head" aria-expanded={!isShut} onClick={() => onToggle(lane.id)}>
        <Chevron size={14} aria-hidden="true" />
        <b>{lane.name}</b>
        <span className="cb-dim">
          {formatCount(lane.count)} · {formatMoney(lane.cents, 'whole-dollars')}
        </span>
      </button>
      {isShut && (
        <div className="cb-board-row">
          {columns.map(({ stage }) => (
            <ShutCell key={stage} tally={lane.cells[stage]} />
          ))}
        </div>
      )}
      {!isShut && (
        <div className="cb-board-row" style={{ minHeight }}>
          {(isNear || hasCursor) &&
            parts.map(({ column, shown, rest }) => (
              <BoardCell
                key={column.stage}
                stage={column.stage}
                label={`${column.name}, ${lane.name}`}
                cards={shown}
                rest={rest}
                ghosts={ghosts.filter((card) => marks.moving.get(card.id)?.to === column.stage)}
                marks={marks}
                onShowMore={() => onShowMore(lane.id, column.stage)}
              />
            ))}
        </div>
      )}
    </section>
  );
}

function ShutCell({ tally }: { tally: Tally | undefined }) {
  if (tally === undefined || tally.count === 0) return <span className="cb-lane-tally">None</span>;
  return (
    <span className="cb-lane-tally">
      <b>{formatCount(tally.count)}</b> · {formatMoney(tally.cents, 'whole-dollars')}
    </span>
  );
}
