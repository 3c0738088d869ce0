import type { ReactNode } from 'react';
import type { DueChipProps } from '../marks/due-chip.tsx';
import type { Person, PresentPerson } from '../people/person.rules.ts';

/** A count and a sum in cents. */
export type Tally = { count: number; cents: number };

/** A stage as a column. Totals count every card of the query, shown or not. */
export type BoardColumn = Tally & {
  stage: string;
  name: string;
  glyph: ReactNode;
  /** Work-in-progress limit; going over it is shown, never refused. */ limit?: number;
};

/** A payer as a lane, with what each of its cells holds in all. */
export type BoardLane = Tally & { id: string; name: string; cells: Readonly<Record<string, Tally>> };

/** What a card of 119 px shows, top to bottom. */
export type BoardCardData = {
  id: string;
  /** Human number, `DEN-001903`. */
  number: string;
  stage: string;
  laneId: string;
  /** Initials and the last four of the record number. */
  patient: string;
  cents: number;
  code: string;
  words: string;
  /** The remark, or what it waits for. */
  remark: string;
  /** Claim and payer. */
  detail: string;
  due: DueChipProps;
  unread?: number;
  here?: readonly PresentPerson[];
  owner: Person | null;
};

/** Somebody else's drag; `to` is the stage they hover, when known. */
export type MoveByOther = { by: Person; to?: string };

/** Where a card may go. A `reason` makes it impossible and says why; a `note` only warns ("at limit"). */
export type MoveTarget = {
  stage: string;
  name: string;
  glyph: ReactNode;
  isHere?: boolean;
  reason?: string | undefined;
  note?: string | undefined;
};

/** Props of `Board`. */
export type BoardProps = {
  label: string;
  columns: readonly BoardColumn[];
  lanes: readonly BoardLane[];
  /** In the order they stand in their cells. */
  cards: readonly BoardCardData[];
  /** The stages a card may move to, in column order; keep it stable. */
  targetsOf: (card: BoardCardData) => readonly MoveTarget[];
  onMove: (cardId: string, stage: string) => void;
  onOpen: (cardId: string) => void;
  /** People offered under "Assign to…"; without them the entry is left out. */
  people?: readonly Person[];
  onAssign?: (cardId: string, personId: string) => void;
  /** Cards in somebody else's hand, by card id. */
  moving?: ReadonlyMap<string, MoveByOther>;
  changedIds?: ReadonlySet<string>;
  cursorId?: string | null;
  onCursorChange?: (cardId: string) => void;
  shutLanes?: ReadonlySet<string>;
  onToggleLane?: (laneId: string) => void;
  /** The stage that stands as a thin strip on the right. */
  closed?: Tally & { stage: string; label: string; onOpen: () => void };
  /** A cell holds more cards than were loaded. */
  onLoadMore?: (laneId: string, stage: string) => void;
  /** True while pointer or focus is on the board: order must not change then. */
  onHandChange?: (isIn: boolean) => void;
};
