import type { DenialCase } from '@caseboard/contracts';
import { AssignDialog, useWorkers } from '@caseboard/web/worklist';
import type { Closing } from '../closing.rules.ts';
import type { CaseActs } from '../use-case-acts.ts';
import { CloseForm } from './close-form.tsx';

/** What an act asks before it happens: why a case closes, and whom it goes to. */
export function DenialQuestions({ acts }: { acts: CaseActs }) {
  const { workers } = useWorkers();
  const { closing, assigning } = acts;
  return (
    <>
      {closing && (
        <CloseForm number={closing.number} before={saidOf(closing)} onClose={acts.close} onCancel={acts.stopAsking} />
      )}
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

/** What an earlier closing said; the dollars are asked again. */
const saidOf = ({ rootCause, isPreventable }: DenialCase): Partial<Closing> => ({
  ...(rootCause === null ? {} : { rootCause }),
  ...(isPreventable === null ? {} : { isPreventable }),
});
