import type { ReactNode } from 'react';
import type { BoardCase } from '../board-case.ts';
import type { BoardActs } from '../use-board-acts.ts';
import { useWorkers } from '../use-workers.ts';
import { AssignDialog } from './assign-dialog.tsx';

/** Props of `BoardQuestions`. */
export type BoardQuestionsProps<Case extends BoardCase> = {
  acts: BoardActs<Case>;
  question: (asked: { row: Case; stage: string }, answer: (more: object) => void, cancel: () => void) => ReactNode;
};

/** What an act asks before it happens: what a stage needs to know, and whom a case goes to. */
export function BoardQuestions<Case extends BoardCase>({ acts, question }: BoardQuestionsProps<Case>) {
  const { workers } = useWorkers();
  const { asking, assigning } = acts;
  return (
    <>
      {asking && question(asking, acts.answer, acts.stopAsking)}
      {assigning && (
        <AssignDialog
          title={`Assign ${assigning.number}`}
          people={workers}
          onAssign={(personId) => acts.give(assigning, personId)}
          onClose={acts.stopAsking}
        />
      )}
    </>
  );
}
