import { denialCase } from '@caseboard/contracts';
import type { DenialCase, DenialStage } from '@caseboard/contracts';
import { ApiError, api, useColleagues, wordsOf } from '@caseboard/web/kernel';
import { notifyError, stageWord } from '@caseboard/web/ui';
import { useCallback, useState } from 'react';
import * as z from 'zod/mini';
import { firstWords } from './case-words.rules.ts';
import type { Closing } from './closing.rules.ts';
import type { PendingMove } from './pending-move.rules.ts';

const LATE_MS = 400;
/** How long a move that happened still counts as this person's own, so that its card goes at once. */
const OWN_MS = 1500;

/** Moves of cases, applied at once and taken back with the reason on refusal. */
export interface DenialMoves {
  pending: ReadonlyMap<string, PendingMove>;
  /** True when it happened. Closing needs all that `Closing` holds. */
  move(row: DenialCase, stage: DenialStage, closing?: Closing): Promise<boolean>;
}

/** `onCase` hears each case as an answer or a refusal brings it. */
export function useDenialMoves(onCase: (current: DenialCase) => void): DenialMoves {
  const { nameOfActor } = useColleagues();
  const [pending, setPending] = useState<ReadonlyMap<string, PendingMove>>(new Map());
  const forget = useCallback((done: string, version: number) => {
    setPending(
      (before) => new Map([...before].filter(([id, { fromVersion }]) => id !== done || fromVersion !== version)),
    );
  }, []);
  const mark = useCallback((id: string, isLate: boolean) => {
    setPending((before) => {
      const held = before.get(id);
      return held && held.isLate !== isLate ? new Map(before).set(id, { ...held, isLate }) : before;
    });
  }, []);
  const move = useCallback(
    async (row: DenialCase, stage: DenialStage, closing?: Closing) => {
      setPending((before) => new Map(before).set(row.id, { stage, fromVersion: row.version, isLate: false }));
      const timer = setTimeout(() => mark(row.id, true), LATE_MS);
      try {
        onCase(
          await api.put(`/denials/${row.id}/stage`, denialCase, { version: row.version, body: { stage, ...closing } }),
        );
        mark(row.id, false);
        setTimeout(() => forget(row.id, row.version), OWN_MS);
        return true;
      } catch (error) {
        forget(row.id, row.version);
        tellRefusal(row, error, nameOfActor, onCase);
        return false;
      } finally {
        clearTimeout(timer);
      }
    },
    [forget, mark, nameOfActor, onCase],
  );
  return { pending, move };
}

function tellRefusal(
  row: DenialCase,
  error: unknown,
  ofActor: (actor: string) => string,
  onCase: (current: DenialCase) => void,
): void {
  const title = `${row.number} was not moved.`;
  const current = error instanceof ApiError ? z.safeParse(denialCase, error.problem?.current).data : undefined;
  if (current) onCase(current);
  if (error instanceof ApiError && error.code === 'request/stale') {
    notifyError(title, firstWords(current, row.stage, { ofActor, ofStage: stageWord }));
    return;
  }
  const { text, traceId } = wordsOf(error);
  notifyError(title, text, traceId);
}
