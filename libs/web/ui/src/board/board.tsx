import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { ClosedStrip, BoardHeads } from './board-heads.tsx';
import { Lane } from './board-lane.tsx';
import { BoardMenu } from './board-menu.tsx';
import { cellsOf, neighbourOf, type Direction } from './board.rules.ts';
import type { BoardCardData, BoardProps, MoveByOther } from './board.types.ts';
import { useBoardDrag } from './use-board-drag.ts';
import { useShownCounts } from './use-shown-counts.ts';

const noIds: ReadonlySet<string> = new Set();
const nobody: ReadonlyMap<string, MoveByOther> = new Map();
const noCells: ReadonlyMap<string, readonly BoardCardData[]> = new Map();
const arrows: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  k: 'up',
  j: 'down',
};
const cardIdAt = (target: EventTarget) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-card-id]')?.dataset.cardId : undefined;

/**
 * Stages by lanes. Cards move by drag, by the Move menu (M or the arrow button) and by its digits; arrows walk
 * between cards, Enter opens. Moves are spoken. Lanes far from the viewport draw no cards.
 */
export function Board(props: BoardProps) {
  const { columns, lanes, cards, targetsOf, onMove, changedIds = noIds, moving = nobody, closed } = props;
  const pane = useRef<HTMLDivElement>(null);
  const [spoken, setSpoken] = useState('');
  const [ownCursor, setOwnCursor] = useState<string | null>(null);
  const [ownShut, setOwnShut] = useState<ReadonlySet<string>>(noIds);
  const [menu, setMenu] = useState<{ card: BoardCardData; at: { top: number; left: number } } | null>(null);
  const { shownIn, showMore } = useShownCounts();
  const wantsFocus = useRef(false);

  const cells = useMemo(() => cellsOf(cards), [cards]);
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const shut = props.shutLanes ?? ownShut;
  const cursorId = props.cursorId === undefined ? ownCursor : props.cursorId;
  const cursorCard = byId.get(cursorId ?? '');
  const openLanes = lanes.filter((lane) => !shut.has(lane.id));
  const stages = columns.map((column) => column.stage);
  const firstId =
    openLanes
      .flatMap((lane) => stages.map((stage) => cells.get(lane.id)?.get(stage)?.[0]?.id))
      .find((id) => id !== undefined) ?? null;

  const canDrop = useCallback(
    (cardId: string, stage: string) => {
      const card = byId.get(cardId);
      const target = card && targetsOf(card).find((each) => each.stage === stage);
      return target !== undefined && target.reason === undefined && target.isHere !== true;
    },
    [byId, targetsOf],
  );
  const nameOf = (stage: string) => columns.find((column) => column.stage === stage)?.name ?? closed?.label ?? stage;
  const numberOf = (cardId: string) => byId.get(cardId)?.number ?? 'the card';
  const move = (cardId: string, stage: string) => {
    setSpoken(`Moved ${numberOf(cardId)} to ${nameOf(stage)}`);
    onMove(cardId, stage);
  };
  useBoardDrag({ onMove: move, say: setSpoken, numberOf, nameOf });

  const setCursor = (cardId: string) => {
    setOwnCursor(cardId);
    props.onCursorChange?.(cardId);
  };
  const focusCard = (cardId: string | null) => {
    const card = pane.current?.querySelector<HTMLElement>(`[data-card-id="${cardId}"]`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusCard(cursorId);
  });

  const openMenu = (cardId: string) => {
    const card = byId.get(cardId);
    const box = pane.current?.querySelector(`[data-card-id="${cardId}"]`)?.getBoundingClientRect();
    const outer = pane.current?.getBoundingClientRect();
    if (card === undefined || box === undefined || outer === undefined || pane.current === null) return;
    setMenu({
      card,
      at: {
        top: box.bottom - outer.top + pane.current.scrollTop - 24,
        left: box.left - outer.left + pane.current.scrollLeft + 24,
      },
    });
  };
  const closeMenu = () => {
    setMenu(null);
    wantsFocus.current = true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const card = byId.get(cardIdAt(event.target) ?? '');
    if (
      card === undefined ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.target instanceof HTMLInputElement
    )
      return;
    const direction = arrows[event.key];
    const isOnButton = event.target instanceof HTMLButtonElement;
    if (direction !== undefined) {
      const next = neighbourOf({ laneIds: openLanes.map((lane) => lane.id), stages, cells, shownIn }, card, direction);
      if (next !== undefined) setCursor(next.id);
      wantsFocus.current = next !== undefined;
    } else if (event.key === 'm' || event.key === 'M') openMenu(card.id);
    else if (event.key === 'Enter' && !isOnButton) props.onOpen(card.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = (event: MouseEvent) => {
    const cardId = cardIdAt(event.target);
    if (cardId === undefined) return;
    setCursor(cardId);
    if (event.target instanceof Element && event.target.closest('[data-act="move"]') !== null) openMenu(cardId);
    else props.onOpen(cardId);
  };
  const onFocus = (event: FocusEvent) => {
    props.onHandChange?.(true);
    const cardId = cardIdAt(event.target);
    if (cardId !== undefined && cardId !== cursorId) setCursor(cardId);
  };
  const toggleLane = (laneId: string) => {
    props.onToggleLane?.(laneId);
    setOwnShut(
      (before) => new Set(before.has(laneId) ? [...before].filter((id) => id !== laneId) : [...before, laneId]),
    );
  };
  const moreOf = (laneId: string, stage: string) => {
    const loaded = cells.get(laneId)?.get(stage)?.length ?? 0;
    if (shownIn(laneId, stage) + 50 > loaded) props.onLoadMore?.(laneId, stage);
    showMore(laneId, stage);
  };

  const ghosts = [...moving]
    .filter(([, held]) => held.to !== undefined)
    .flatMap(([id]) => byId.get(id) ?? [])
    .filter((card) => moving.get(card.id)?.to !== card.stage);
  const marks = {
    cursorId,
    tabStopId: cursorCard === undefined ? firstId : cursorCard.id,
    menuId: menu?.card.id ?? null,
    changedIds,
    moving,
    canDrop,
  };
  return (
    <div className="cb-board" style={{ '--columns': columns.length } as React.CSSProperties}>
      <div
        ref={pane}
        className="cb-board-pane"
        role="region"
        aria-label={props.label}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && props.onHandChange?.(false)}
        onPointerEnter={() => props.onHandChange?.(true)}
        onPointerLeave={(event) => props.onHandChange?.(event.currentTarget.contains(document.activeElement))}
      >
        <BoardHeads columns={columns} />
        {lanes.map((lane) => (
          <Lane
            key={lane.id}
            lane={lane}
            columns={columns}
            cells={cells.get(lane.id) ?? noCells}
            shownIn={shownIn}
            ghosts={ghosts.filter((card) => card.laneId === lane.id)}
            marks={marks}
            isShut={shut.has(lane.id)}
            hasCursor={cursorCard?.laneId === lane.id}
            onToggle={toggleLane}
            onShowMore={moreOf}
          />
        ))}
        {menu !== null && (
          <BoardMenu
            at={menu.at}
            number={menu.card.number}
            targets={targetsOf(menu.card)}
            {...(props.people === undefined ? {} : { people: props.people })}
            onMove={(stage) => {
              closeMenu();
              move(menu.card.id, stage);
            }}
            onAssign={
              props.onAssign &&
              ((personId) => {
                closeMenu();
                props.onAssign?.(menu.card.id, personId);
              })
            }
            onClose={closeMenu}
          />
        )}
      </div>
      {closed !== undefined && <ClosedStrip closed={closed} canDrop={canDrop} />}
      <div className="cb-heard" role="status" aria-live="polite">
        {spoken}
      </div>
    </div>
  );
}
