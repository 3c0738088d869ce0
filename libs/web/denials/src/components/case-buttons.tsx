import { useAddress, useMay, useSession } from '@caseboard/web/kernel';
import { useKeymap } from '@caseboard/web/ui';
import { OwnerButtons, useWorkers } from '@caseboard/web/worklist';
import type { OpenedCase } from '../denials.live.ts';
import { moveTargets } from '../move-targets.tsx';
import type { CaseActs } from '../use-case-acts.ts';
import { MoveButton } from './move-button.tsx';

/** Props of the buttons of an opened case. */
export type CaseButtonsProps = { opened: OpenedCase; acts: CaseActs };

/** Moves the opened case, or gives it to somebody from the same menu. */
export function CaseMove({ opened, acts }: CaseButtonsProps) {
  const may = useMay();
  const { values } = useAddress();
  const { workers } = useWorkers();
  if (!may('denials.case.move')) return null;
  return (
    <MoveButton
      number={opened.number}
      targets={moveTargets(opened.stage, true)}
      people={workers}
      isFilled={opened.stage !== 'closed'}
      startsOpen={values.act === 'move'}
      isAsking={isAsking(acts)}
      onMove={(stage) => acts.move(opened, opened.stage, stage)}
      onAssign={may('worklist.item.assign') ? (personId) => acts.give(opened, personId) : undefined}
    />
  );
}

/** Takes, releases and assigns the opened case, by button and key; N goes on to the next. */
export function CaseOwner({ opened, acts }: CaseButtonsProps) {
  const { user } = useSession();
  const may = useMay();
  const isOff = isAsking(acts) || opened.stage === 'closed';
  useKeymap([
    { keys: 'c', run: () => acts.take(opened), inDialog: true, isOff },
    { keys: 'shift+c', run: () => acts.release(opened), inDialog: true, isOff },
    { keys: 'a', run: () => acts.askAssign(opened), inDialog: true, isOff },
    { keys: 'n', run: acts.next, inDialog: true, isOff: isAsking(acts) },
  ]);
  if (opened.stage === 'closed')
    return (
      <span className="cb-dim cb-small">A closed case has no work. Move it to Investigating to open it again.</span>
    );
  return (
    <OwnerButtons
      ownerId={opened.ownerId}
      me={user.id}
      canTake={may('worklist.item.take')}
      canAssign={may('worklist.item.assign')}
      onTake={() => acts.take(opened)}
      onRelease={() => acts.release(opened)}
      onAssign={() => acts.askAssign(opened)}
    />
  );
}

/** A question is open: its own fields have the keys. */
const isAsking = ({ closing, assigning }: CaseActs): boolean => closing !== undefined || assigning !== undefined;
