import type { AppliedChange } from './live-rows.ts';

/** A row as it should stand now: in list order; `place` is its cell on a board, one and the same in a list. */
export interface FreshRow<Row> {
  id: string;
  place: string;
  row: Row;
}

/** A row as it stands on the screen; `gone` once it left the list, with what took it away when that is known. */
export interface ShownRow<Row> extends FreshRow<Row> {
  gone: { since: number; by: AppliedChange | undefined } | null;
}

/** What decides whether rows may come, move and go. */
export interface Arrangement {
  /** The hand is in the list: order, arrivals and departures wait. */
  isHeld: boolean;
  /** Rows this person changed: they follow at once, wherever the hand is. */
  ownIds: ReadonlySet<string>;
  /** Rows that came by an event; pages a person asked for never wait. */
  liveIds: ReadonlySet<string>;
  changes: ReadonlyMap<string, AppliedChange>;
  now: number;
  /** How long a row that left stays, in ms; 0 drops it at once. */
  goneMs: number;
}

/**
 * The next picture of a list. Values always patch in place. While held, rows keep their order and place and
 * live arrivals wait; a row that left stays, grey, until the hand is gone and its time is over.
 */
export function arrange<Row>(
  shown: readonly ShownRow<Row>[],
  fresh: readonly FreshRow<Row>[],
  how: Arrangement,
): ShownRow<Row>[] {
  return how.isHeld && shown.length > 0 ? held(shown, fresh, how) : settled(shown, fresh, how);
}

function settled<Row>(shown: readonly ShownRow<Row>[], fresh: readonly FreshRow<Row>[], how: Arrangement) {
  const freshIds = new Set(fresh.map(({ id }) => id));
  const next: ShownRow<Row>[] = fresh.map((row) => ({ ...row, gone: null }));
  const staying = goneOf(shown, freshIds, how).filter(({ gone }) => how.now - (gone?.since ?? 0) < how.goneMs);
  const before = predecessors(shown);
  for (const row of staying) insertAfter(next, before.get(row.id), row);
  return next;
}

function held<Row>(shown: readonly ShownRow<Row>[], fresh: readonly FreshRow<Row>[], how: Arrangement) {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const gone = new Map(goneOf(shown, new Set(byId.keys()), how).map((row) => [row.id, row]));
  const next = shown.flatMap((row): ShownRow<Row>[] => {
    const now = byId.get(row.id);
    if (!now) return how.goneMs > 0 ? [gone.get(row.id) ?? row] : [];
    return [{ ...now, place: how.ownIds.has(row.id) ? now.place : row.place, gone: null }];
  });
  const shownIds = new Set(shown.map(({ id }) => id));
  const before = predecessors(fresh);
  for (const row of fresh) {
    const mayCome = how.ownIds.has(row.id) || !how.liveIds.has(row.id);
    if (!shownIds.has(row.id) && mayCome) insertAfter(next, before.get(row.id), { ...row, gone: null });
  }
  return next;
}

const goneOf = <Row>(
  shown: readonly ShownRow<Row>[],
  freshIds: ReadonlySet<string>,
  how: Arrangement,
): ShownRow<Row>[] =>
  shown
    .filter(({ id }) => !freshIds.has(id))
    .map((row) => ({
      ...row,
      gone: { since: row.gone?.since ?? how.now, by: row.gone?.by ?? how.changes.get(row.id) },
    }));

const predecessors = (rows: readonly { id: string }[]): Map<string, string | undefined> =>
  new Map(rows.map((row, at) => [row.id, rows[at - 1]?.id]));

function insertAfter<Row>(rows: ShownRow<Row>[], id: string | undefined, row: ShownRow<Row>): void {
  const at = id === undefined ? -1 : rows.findIndex((each) => each.id === id);
  rows.splice(id !== undefined && at < 0 ? rows.length : at + 1, 0, row);
}

/** How many changes of order wait for consent: rows not shown yet, in another place or order, or gone. */
export function waitingUpdates<Row>(
  shown: readonly ShownRow<Row>[],
  fresh: readonly FreshRow<Row>[],
): { arrived: number; moved: number; left: number } {
  const at = new Map(fresh.map(({ id }, index) => [id, index]));
  const placeOf = new Map(fresh.map(({ id, place }) => [id, place]));
  const present = shown.filter(({ id }) => at.has(id));
  const inPlace = present.filter(({ id, place }) => placeOf.get(id) === place);
  const kept = longestRise(inPlace.map(({ id }) => at.get(id) ?? 0));
  return { arrived: fresh.length - present.length, moved: present.length - kept, left: shown.length - present.length };
}

/** Length of the longest run of rising numbers, gaps allowed: the rows that need not move to be in order. */
function longestRise(numbers: readonly number[]): number {
  const tails: number[] = [];
  for (const number of numbers) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    tails[low] = number;
  }
  return tails.length;
}
