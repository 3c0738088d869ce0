import { useRef } from 'react';
import { formatCount } from '../marks/money.rules.ts';
import { BoardCard, CardLines, MovingFlag } from './board-card.tsx';
import type { BoardCardData, MoveByOther } from './board.types.ts';
import { useStageDrop } from './card-drag.ts';

/** What every cell needs to know about the whole board. */
export type BoardMarks = {
  cursorId: string | null;
  tabStopId: string | null;
  menuId: string | null;
  changedIds: ReadonlySet<string>;
  moving: ReadonlyMap<string, MoveByOther>;
  canDrop: (cardId: string, stage: string) => boolean;
};

/** Props of `BoardCell`. */
export type BoardCellProps = {
  stage: string;
  label: string;
  cards: readonly BoardCardData[];
  /** Cards of this cell that are not drawn, here or on the server. */
  rest: number;
  /** Cards others hold over this cell. */
  ghosts: readonly BoardCardData[];
  marks: BoardMarks;
  onShowMore: () => void;
};

/** One lane of one stage: its cards, a dashed slot under a card that is being dragged here, and the rest on request. */
export function BoardCell({ stage, label, cards, rest, ghosts, marks, onShowMore }: BoardCellProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isOver = useStageDrop(ref, stage, marks.canDrop);
  return (
    <div ref={ref} className="cb-board-cell" role="list" aria-label={label} data-over={isOver || undefined}>
      {cards.map((card) => {
        const held = marks.moving.get(card.id);
        return (
          <div role="listitem" key={card.id}>
            <BoardCard
              card={card}
              isCursor={card.id === marks.cursorId}
              isTabStop={card.id === marks.tabStopId}
              hasMenu={card.id === marks.menuId}
              isChanged={marks.changedIds.has(card.id)}
              movedBy={held?.by}
              showsFlag={held?.to === undefined || held.to === card.stage}
            />
          </div>
        );
      })}
      {ghosts.map((card) => (
        <Ghost key={card.id} card={card} move={marks.moving.get(card.id)} />
      ))}
      {isOver && <div className="cb-board-slot" aria-hidden="true" />}
      {rest > 0 && (
        <div role="listitem" className="cb-board-rest">
          <button type="button" className="cb-board-more" onClick={onShowMore}>
            Show {formatCount(rest)} more
          </button>
        </div>
      )}
    </div>
  );
}

function Ghost({ card, move }: { card: BoardCardData; move: MoveByOther | undefined }) {
  if (move === undefined) return null;
  return (
    <div className="cb-board-slot" data-by-other aria-hidden="true">
      <div className="cb-card" data-ghost>
        <MovingFlag by={move.by} />
        <CardLines card={card} />
      </div>
    </div>
  );
}
