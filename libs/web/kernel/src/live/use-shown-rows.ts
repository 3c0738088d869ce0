import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AppliedChange } from './live-rows.ts';
import { arrange, waitingUpdates } from './shown-rows.rules.ts';
import type { Arrangement, FreshRow, ShownRow } from './shown-rows.rules.ts';

/** What a page tells about its live list. */
export interface ShownRowsAsk<Row> {
  /** The rows as they should stand now; keep it stable between changes. */
  fresh: readonly FreshRow<Row>[];
  changes: ReadonlyMap<string, AppliedChange>;
  /** Rows that came by an event. */
  liveIds: ReadonlySet<string>;
  /** `user:<id>` of this person: their own changes never wait. */
  actor: string;
  /** Rows this person is changing right now; keep it stable. */
  pendingIds?: ReadonlySet<string>;
  /** How long a row that left stays, in ms; 0 drops it at once. */
  goneMs: number;
}

export interface ShownRows<Row> {
  shown: readonly ShownRow<Row>[];
  waiting: { arrived: number; moved: number; left: number };
  /** Give it to the grid or board. */
  onHandChange(isIn: boolean): void;
  /** The person asked for what waits. */
  show(): void;
}

interface Picture<Row> {
  inputs: readonly unknown[];
  shown: ShownRow<Row>[];
}

const nobody: ReadonlySet<string> = new Set();

/** Keeps a live list still under the hand; see `arrange` for the rules. */
export function useShownRows<Row>(ask: ShownRowsAsk<Row>): ShownRows<Row> {
  const { fresh, changes, liveIds, actor, pendingIds = nobody, goneMs } = ask;
  const [isHeld, setHeld] = useState(false);
  const [tick, setTick] = useState(0);
  const [picture, setPicture] = useState<Picture<Row>>({ inputs: [], shown: [] });
  const ownIds = useMemo(() => ownOf(changes, actor, pendingIds), [changes, actor, pendingIds]);
  const how = (): Arrangement => ({ isHeld, ownIds, liveIds, changes, now: Date.now(), goneMs });
  const inputs = [fresh, isHeld, ownIds, changes, tick];
  if (inputs.some((input, at) => input !== picture.inputs[at]))
    setPicture({ inputs, shown: arrange(picture.shown, fresh, how()) });
  useGoneTimer(isHeld ? undefined : picture.shown, goneMs, setTick);
  const { shown } = picture;
  return {
    shown,
    waiting: useMemo(
      () => (isHeld ? waitingUpdates(shown, fresh) : { arrived: 0, moved: 0, left: 0 }),
      [isHeld, shown, fresh],
    ),
    onHandChange: useCallback((isIn) => setHeld(isIn), []),
    show: () => setPicture({ inputs, shown: arrange([], fresh, { ...how(), isHeld: false }) }),
  };
}

const ownOf = (changes: ReadonlyMap<string, AppliedChange>, actor: string, pendingIds: ReadonlySet<string>) =>
  new Set([...pendingIds, ...[...changes.values()].filter((change) => change.actor === actor).map(({ id }) => id)]);

/** Looks again when the oldest row that left has stayed its time. */
function useGoneTimer(
  shown: readonly ShownRow<unknown>[] | undefined,
  goneMs: number,
  look: (tick: number) => void,
): void {
  const oldest = (shown ?? []).reduce((least, { gone }) => Math.min(least, gone?.since ?? Infinity), Infinity);
  useEffect(() => {
    if (oldest === Infinity) return undefined;
    const timer = setTimeout(() => look(Date.now()), Math.max(0, oldest + goneMs - Date.now()) + 20);
    return () => clearTimeout(timer);
  }, [oldest, goneMs, look]);
}
