import { useAddress, useMay, useSession } from '@caseboard/web/kernel';
import { useKeymap, type MoveTarget } from '@caseboard/web/ui';
import type { Permission } from '@caseboard/contracts';
import type { BoardCase, BoardKind } from '../board-case.ts';
import { moveTargets } from '../move-targets.rules.ts';
import type { BoardActs } from '../use-board-acts.ts';
import { useWorkers } from '../use-workers.ts';
import { MoveButton } from './move-button.tsx';
import { OwnerButtons } from './owner-buttons.tsx';

/** Props of the buttons of an opened case. */
export type CaseButtonsProps<Case extends BoardCase> = {
  kind: BoardKind<Case>;
  opened: Case;
  acts: BoardActs<Case>;
};

/** Moves the opened case, or gives it to somebody from the same menu. */
export function CaseMove<Case extends BoardCase>({
  kind,
  opened,
  acts,
  permission,
  glyphOf,
}: CaseButtonsProps<Case> & { permission: Permission; glyphOf: (stage: string) => MoveTarget['glyph'] }) {
  const may = useMay();
  const { values } = useAddress();
  const { workers } = useWorkers();
  if (!may(permission)) return null;
  return (
    <MoveButton
      number={opened.number}
      targets={moveTargets(kind, opened.stage, true, glyphOf)}
      people={workers}
      isFilled={opened.stage !== kind.over}
      startsOpen={values.act === 'move'}
      isAsking={isAsking(acts)}
      onMove={(stage) => acts.move(opened, opened.stage, stage)}
      onAssign={may('worklist.item.assign') ? (personId) => acts.give(opened, personId) : undefined}
    />
  );
}

/** Takes, releases and assigns the opened case, by button and key; N goes on to the next. */
export function CaseOwner<Case extends BoardCase>({ kind, opened, acts }: CaseButtonsProps<Case>) {
  const { user } = useSession();
  const may = useMay();
  const isOver = opened.stage === kind.over;
  const isOff = isAsking(acts) || isOver;
  useKeymap([
    { keys: 'c', run: () => acts.take(opened), inDialog: true, isOff },
    { keys: 'shift+c', run: () => acts.release(opened), inDialog: true, isOff },
    { keys: 'a', run: () => acts.askAssign(opened), inDialog: true, isOff },
    { keys: 'n', run: acts.next, inDialog: true, isOff: isAsking(acts) },
  ]);
  if (isOver)
    return (
      <span className="cb-dim cb-small">
        {kind.stageWord(kind.over)}: there is no work on it. Move it to open it again.
      </span>
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
const isAsking = <Case extends BoardCase>({ asking, assigning }: BoardActs<Case>): boolean =>
  asking !== undefined || assigning !== undefined;
