import { useMay, useSession } from '@caseboard/web/kernel';
import { notifyError, useKeymap } from '@caseboard/web/ui';
import { AssignDialog, OwnerButtons, useOwnerCommands, useWorkers, type OwnerRefusal } from '@caseboard/web/worklist';
import { useState, type ReactNode } from 'react';

/** A case on a page of its own, as far as its owner goes. */
export interface OwnedCase {
  number: string;
  ownerId: string | null;
  workItemId: string;
  workItemVersion: number;
}

export interface CaseOwnership {
  /** Who has it on this screen: an own change stands at once. */
  ownerId: string | null;
  isAsking: boolean;
  /** Take, release, assign, and the question whom to give it to. */
  buttons: ReactNode;
}

/** Takes (C), releases (Shift+C) and assigns (A) the case a page shows. The page's own live row brings the answer. */
export function useCaseOwner(
  { number, ownerId: held, workItemId, workItemVersion }: OwnedCase,
  isOff: boolean,
): CaseOwnership {
  const { user } = useSession();
  const may = useMay();
  const { workers } = useWorkers();
  const [isAsking, setAsking] = useState(false);
  const commands = useOwnerCommands(tellRace, ignore);
  const own = commands.pending.get(workItemId);
  const ownerId = own?.fromVersion === workItemVersion ? own.ownerId : held;
  const target = { id: workItemId, number, ownerId: held, version: workItemVersion };
  const canTake = may('worklist.item.take');
  const canAssign = may('worklist.item.assign');
  const take = () => void commands.give(target, user.id);
  const release = () => void commands.release(target);
  const isSilent = isOff || isAsking;
  useKeymap([
    { keys: 'c', run: take, isOff: isSilent || !canTake || ownerId === user.id || (ownerId !== null && !canAssign) },
    { keys: 'shift+c', run: release, isOff: isSilent || !may('worklist.item.release') || ownerId !== user.id },
    { keys: 'a', run: () => setAsking(true), isOff: isSilent || !canAssign },
  ]);
  const give = (personId: string) => {
    setAsking(false);
    void commands.give(target, personId);
  };
  return {
    ownerId,
    isAsking,
    buttons: (
      <>
        <OwnerButtons
          ownerId={ownerId}
          me={user.id}
          canTake={canTake}
          canAssign={canAssign}
          onTake={take}
          onRelease={release}
          onAssign={() => setAsking(true)}
        />
        {isAsking && (
          <AssignDialog title={`Assign ${number}`} people={workers} onAssign={give} onClose={() => setAsking(false)} />
        )}
      </>
    ),
  };
}

const ignore = () => undefined;

function tellRace({ target, holder, isStale }: OwnerRefusal): void {
  if (isStale) notifyError(`${target.number} keeps its owner.`, 'Somebody changed it first. You see it as it is now.');
  else notifyError(`${target.number} is not yours.`, `Taken by ${holder ?? 'somebody else'}.`);
}
