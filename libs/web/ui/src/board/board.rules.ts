import type { BoardCardData } from './board.types.ts';

/** Cards by lane and stage, each list in the given order. */
export type BoardCells = ReadonlyMap<string, ReadonlyMap<string, readonly BoardCardData[]>>;

/** Height of a card and of the gap under it, in pixels. */
const cardHeight = 119;
/** Space between two cards of a cell, in pixels. */
const cardGap = 6;
/** Cards a cell draws before it offers the rest. */
export const cellCap = 20;
/** Height of the "Show n more" line. */
const moreHeight = 28;

/** Sorts cards into their cells without changing their order. */
export function cellsOf(cards: readonly BoardCardData[]): BoardCells {
  const lanes = new Map<string, Map<string, BoardCardData[]>>();
  for (const card of cards) {
    const lane = lanes.get(card.laneId) ?? new Map<string, BoardCardData[]>();
    const cell = lane.get(card.stage) ?? [];
    cell.push(card);
    lane.set(card.stage, cell);
    lanes.set(card.laneId, lane);
  }
  return lanes;
}

/** Pixels of a lane's cards, so that a lane off screen keeps its exact place. `shown` and `rest` per cell. */
export function laneHeight(cells: readonly { shown: number; rest: number }[]): number {
  const heights = cells.map(({ shown, rest }) => shown * (cardHeight + cardGap) + (rest > 0 ? moreHeight : 0));
  return Math.max(moreHeight, ...heights);
}

/** An arrow key on the board. */
export type Direction = 'up' | 'down' | 'left' | 'right';

/** What the arrows move over: open lanes and columns in order, and how many cards each cell shows. */
export type BoardMap = {
  laneIds: readonly string[];
  stages: readonly string[];
  cells: BoardCells;
  shownIn: (laneId: string, stage: string) => number;
};

/**
 * The card an arrow leads to: up and down through a stage, across lanes; left and right to the next stage
 * of the same lane that has cards. Undefined at the edge.
 */
export function neighbourOf(map: BoardMap, card: BoardCardData, direction: Direction): BoardCardData | undefined {
  const shown = (laneId: string, stage: string) =>
    (map.cells.get(laneId)?.get(stage) ?? []).slice(0, map.shownIn(laneId, stage));
  const here = shown(card.laneId, card.stage).findIndex((other) => other.id === card.id);
  if (direction === 'left' || direction === 'right') {
    const stages = beyond(map.stages, card.stage, direction === 'left');
    const cell = stages.map((stage) => shown(card.laneId, stage)).find((cards) => cards.length > 0);
    return cell?.[Math.min(Math.max(here, 0), cell.length - 1)];
  }
  const inCell = shown(card.laneId, card.stage)[here + (direction === 'down' ? 1 : -1)];
  if (inCell !== undefined) return inCell;
  const lanes = beyond(map.laneIds, card.laneId, direction === 'up').map((laneId) => shown(laneId, card.stage));
  const next = lanes.find((cards) => cards.length > 0);
  return direction === 'down' ? next?.[0] : next?.at(-1);
}

const beyond = (list: readonly string[], from: string, isBack: boolean): readonly string[] => {
  const at = list.indexOf(from);
  return isBack ? list.slice(0, at).reverse() : list.slice(at + 1);
};
