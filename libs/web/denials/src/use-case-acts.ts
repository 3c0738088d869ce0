import type { DenialCase, DenialStage } from '@caseboard/contracts';
import { useAddress, useColleagues, useMay, useSession } from '@caseboard/web/kernel';
import { notifyError, stageWord } from '@caseboard/web/ui';
import { useCallback, useState } from 'react';
import { firstWords } from './case-words.rules.ts';
import type { Closing } from './closing.rules.ts';
import { legalTarget } from './move-targets.tsx';
import type { Denials } from './use-denials.ts';

/** What people do to cases on this page, wherever the button or key is. */
export interface CaseActs {
  open(id: string): void;
  shut(): void;
  /** Moves a case from the stage it is seen in; closing asks first. */
  move(row: DenialCase, seenIn: DenialStage, to: string): void;
  give(row: DenialCase, personId: string): void;
  take(row: DenialCase | undefined): void;
  release(row: DenialCase | undefined): void;
  askAssign(row: DenialCase | undefined): void;
  next(): void;
  /** The case the closing form is about. */
  closing: DenialCase | undefined;
  close(answers: Closing): void;
  assigning: DenialCase | undefined;
  stopAsking(): void;
}

const QUEUE = { key: 'denials', name: 'Denials' };

export function useCaseActs({ moves, owners, show }: Denials): CaseActs {
  const { user } = useSession();
  const may = useMay();
  const { change } = useAddress();
  const { nameOfActor } = useColleagues();
  const [closing, setClosing] = useState<DenialCase>();
  const [assigning, setAssigning] = useState<DenialCase>();
  const stopAsking = () => {
    setClosing(undefined);
    setAssigning(undefined);
  };
  const open = useCallback((id: string) => change({ case: id }), [change]);
  const give = (row: DenialCase, personId: string) => {
    setAssigning(undefined);
    void owners.give(itemOf(row), personId);
  };
  const move = (row: DenialCase, seenIn: DenialStage, to: string) => {
    if (row.stage !== seenIn) {
      notifyError(
        `${row.number} was not moved.`,
        firstWords(row, seenIn, { ofActor: nameOfActor, ofStage: stageWord }),
      );
      return show();
    }
    const stage = legalTarget(row.stage, to);
    if (stage === 'closed') setClosing(row);
    else if (stage) void moves.move(row, stage);
  };
  const next = async () => {
    const item = await owners.next(QUEUE);
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
    closing,
    close: (answers) => {
      stopAsking();
      if (closing) void moves.move(closing, 'closed', answers);
    },
    assigning,
    stopAsking,
  };
}

const itemOf = ({ workItemId, number, ownerId, workItemVersion }: DenialCase) => ({
  id: workItemId,
  number,
  ownerId,
  version: workItemVersion,
});
