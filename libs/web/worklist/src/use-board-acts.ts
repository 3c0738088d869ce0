import { useAddress, useColleagues, useMay, useSession } from '@caseboard/web/kernel';
import { notifyError } from '@caseboard/web/ui';
import { useCallback, useState } from 'react';
import type { BoardCase } from './board-case.ts';
import { firstWords } from './case-news.rules.ts';
import type { BoardCases } from './use-board-cases.ts';

/** What people do to cases on a board's page, wherever the button or key is. */
export interface BoardActs<Case extends BoardCase> {
  open(id: string): void;
  shut(): void;
  /** Moves a case from the stage it is seen in; some stages ask first. */
  move(row: Case, seenIn: string, to: string): void;
  give(row: Case, personId: string): void;
  take(row: Case | undefined): void;
  release(row: Case | undefined): void;
  askAssign(row: Case | undefined): void;
  next(): void;
  /** The case and the stage a question is about. */
  asking: { row: Case; stage: string } | undefined;
  /** The question answered: the move goes on with what was said. */
  answer(more: object): void;
  assigning: Case | undefined;
  stopAsking(): void;
}

/** What sets one board's acts apart. */
export interface BoardActsAsk {
  queue: { key: string; name: string };
  /** Stages that ask something before a case goes there. */
  asksFirst: readonly string[];
}

export function useBoardActs<Case extends BoardCase>(
  { kind, moves, owners, show }: BoardCases<Case>,
  { queue, asksFirst }: BoardActsAsk,
): BoardActs<Case> {
  const { user } = useSession();
  const may = useMay();
  const { change } = useAddress();
  const { nameOfActor } = useColleagues();
  const [asking, setAsking] = useState<{ row: Case; stage: string }>();
  const [assigning, setAssigning] = useState<Case>();
  const stopAsking = () => {
    setAsking(undefined);
    setAssigning(undefined);
  };
  const open = useCallback((id: string) => change({ case: id }), [change]);
  const give = (row: Case, personId: string) => {
    setAssigning(undefined);
    void owners.give(itemOf(row), personId);
  };
  const move = (row: Case, seenIn: string, to: string) => {
    if (row.stage !== seenIn) {
      notifyError(`${row.number} was not moved.`, firstWords(row, seenIn, nameOfActor, kind.stageWord));
      return show();
    }
    if (!kind.movesFrom(row.stage).some(({ stage, isAllowed }) => stage === to && isAllowed)) return;
    if (asksFirst.includes(to)) setAsking({ row, stage: to });
    else void moves.move(row, to);
  };
  const next = async () => {
    const item = await owners.next(queue);
    if (item) open(item.subjectId);
  };
  return {
    open,
    shut: () => change({ case: undefined, act: undefined }),
    move,
    give,
    take: (row) => row && may('worklist.item.take') && give(row, user.id),
    release: (row) => row && may('worklist.item.release') && void owners.release(itemOf(row)),
    askAssign: (row) => may('worklist.item.assign') && setAssigning(row),
    next: () => may('worklist.item.next') && void next(),
    asking,
    answer: (more) => {
      stopAsking();
      if (asking) void moves.move(asking.row, asking.stage, more);
    },
    assigning,
    stopAsking,
  };
}

const itemOf = ({ workItemId, number, ownerId, workItemVersion }: BoardCase) => ({
  id: workItemId,
  number,
  ownerId,
  version: workItemVersion,
});
