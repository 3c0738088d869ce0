import { ApiError, useColleagues, wordsOf } from '@caseboard/web/kernel';
import { notifyError } from '@caseboard/web/ui';
import { useCallback, useState } from 'react';
import type { BoardCase, BoardKind } from './board-case.ts';
import { firstWords } from './case-news.rules.ts';
import type { PendingMove } from './pending-move.rules.ts';

const LATE_MS = 400;
/** How long a move that happened still counts as this person's own, so that its card goes at once. */
const OWN_MS = 1500;

/** How a move of one kind of case is asked of the server. */
export interface MoveCommand<Case extends BoardCase> {
  put(row: Case, stage: string, more: object | undefined): Promise<Case>;
  /** The case inside a refusal, when it holds one. */
  parse(current: unknown): Case | undefined;
}

/** Moves of cases, applied at once and taken back with the reason on refusal. */
export interface CaseMoves<Case extends BoardCase> {
  pending: ReadonlyMap<string, PendingMove>;
  /** True when it happened. `more`: what the stage asks for, such as why a case closes. */
  move(row: Case, stage: string, more?: object): Promise<boolean>;
}

/** `onCase` hears each case as an answer or a refusal brings it; `command` must be stable. */
export function useCaseMoves<Case extends BoardCase>(
  kind: BoardKind<Case>,
  command: MoveCommand<Case>,
  onCase: (current: Case) => void,
): CaseMoves<Case> {
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
    async (row: Case, stage: string, more?: object) => {
      setPending((before) => new Map(before).set(row.id, { stage, fromVersion: row.version, isLate: false }));
      const timer = setTimeout(() => mark(row.id, true), LATE_MS);
      try {
        onCase(await command.put(row, stage, more));
        mark(row.id, false);
        setTimeout(() => forget(row.id, row.version), OWN_MS);
        return true;
      } catch (error) {
        forget(row.id, row.version);
        const current = error instanceof ApiError ? command.parse(error.problem?.current) : undefined;
        if (current) onCase(current);
        tellRefusal(row, error, current && firstWords(current, row.stage, nameOfActor, kind.stageWord));
        return false;
      } finally {
        clearTimeout(timer);
      }
    },
    [forget, mark, nameOfActor, onCase, kind, command],
  );
  return { pending, move };
}

function tellRefusal(row: BoardCase, error: unknown, first: string | undefined): void {
  const title = `${row.number} was not moved.`;
  if (error instanceof ApiError && error.code === 'request/stale') {
    notifyError(title, first ?? 'Somebody changed it first. You see it as it is now.');
    return;
  }
  const { text, traceId } = wordsOf(error);
  notifyError(title, text, traceId);
}
